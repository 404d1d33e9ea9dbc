package dev.rapport.model.decision;

import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A program that is asked for values only: conditions in bits, each distinct one once, everything else in frames as ever.
 *
 * <p>A condition that is no question for a column, such as whether a score is low, is evaluated in a frame and its bits are
 * taken from there.
 */
final class Answering {

    /** Rows whose bits are found together, several frames of them: enough that no loop is short. */
    private static final int CHUNK = 16 * Program.CHUNK;

    private final Program program;
    private final Inputs.OfColumns inputs;
    private final int size;
    private final double[][] tables;

    /** For each node whether a frame has it, because something there is made of it or because it is no logic. */
    private final boolean[] framed;

    /** For each node the one that stands for it in bits: itself, or an equal one before it; -1 where none is needed. */
    private final int[] standsIn;

    private final @Nullable Question[] questions;
    private final int[][] parts;
    private final List<Answers> answers = new ArrayList<>();

    private Answering(Program program, Columns columns) {
        this.program = program;
        this.inputs = new Inputs.OfColumns(program.slots(), columns);
        this.size = columns.size();
        this.tables = program.tables(inputs);
        int nodes = program.nodes.size();
        this.framed = new boolean[nodes];
        this.standsIn = new int[nodes];
        this.questions = new Question[nodes];
        this.parts = new int[nodes][];
        boolean[] inBits = new boolean[nodes];
        for (int output = 0; output < program.outputAt.length; output++) {
            int at = program.outputAt[output];
            Node node = program.nodes.get(at);
            questions[at] = question(at);
            if (node.combination() == Combination.FIRST_MATCH) {
                IntStream.of(program.parts[at]).forEach(part -> inBits[part] = true);
                answers.add(Answers.ofFirstMatch(node, size));
            } else if (questions[at] != null || node.combination().isLogical()) {
                inBits[at] = true;
                answers.add(Answers.ofCondition(node, size));
            } else {
                framed[at] = true;
                answers.add(Answers.of(new Scores(node, size, program.fades), node));
            }
        }
        spread(inBits);
        number(inBits);
    }

    private @Nullable Question question(int node) {
        Column column = program.slotOf[node] < 0 ? null : inputs.column(program.slotOf[node]);
        Optional<Question> question = column == null
                ? Optional.empty()
                : Question.of(program.nodes.get(node), column, tables[node], inputs.today(program.slotOf[node]));
        return question.orElse(null);
    }

    /** From what is asked for to what that is made of: parts stand before the whole. */
    private void spread(boolean[] inBits) {
        for (int node = inBits.length - 1; node >= 0; node--) {
            boolean logical = program.nodes.get(node).combination().isLogical();
            if (inBits[node] && !logical) {
                questions[node] = question(node);
                framed[node] |= questions[node] == null;
            }
            for (int part : program.parts[node]) {
                framed[part] |= framed[node];
                inBits[part] |= inBits[node] && logical;
            }
        }
    }

    /** Finds equal conditions. */
    private void number(boolean[] inBits) {
        Map<Object, Integer> known = new HashMap<>();
        for (int node = 0; node < inBits.length; node++) {
            parts[node] = IntStream.of(program.parts[node])
                    .map(part -> standsIn[part])
                    .toArray();
            Node own = program.nodes.get(node);
            Object same = questions[node] != null
                    ? questions[node]
                    : own.combination().isLogical()
                            ? List.of(
                                    own.combination(),
                                    own.required(),
                                    IntStream.of(parts[node]).boxed().toList())
                            : node;
            standsIn[node] = inBits[node] ? known.merge(same, node, (before, again) -> before) : -1;
        }
    }

    static List<Answers> of(Program program, Columns columns, Executor executor, int tasks) {
        Answering answering = new Answering(program, columns);
        Tasks.split((columns.size() + CHUNK - 1) / CHUNK, executor, tasks, answering::run);
        return List.copyOf(answering.answers);
    }

    private void run(int firstChunk, int endChunk) {
        Truths truths = new Truths(framed.length, CHUNK);
        boolean frames = IntStream.range(0, framed.length).anyMatch(node -> framed[node]);
        Frame frame = frames ? program.frame(Program.CHUNK) : null;
        for (int chunk = firstChunk; chunk < endChunk; chunk++) {
            int from = chunk * CHUNK;
            int count = Math.min(CHUNK, size - from);
            if (frame != null) {
                runFrames(frame, truths, from, count);
            }
            runBits(truths, from, count);
            for (int output = 0; output < program.outputAt.length; output++) {
                int at = program.outputAt[output];
                answers.get(output).take(truths, standsIn[at], parts[at], from, count);
            }
        }
    }

    private void runBits(Truths truths, int from, int count) {
        for (int node = 0; node < standsIn.length; node++) {
            if (standsIn[node] != node) {
                continue;
            }
            Question question = questions[node];
            if (question != null) {
                question.answer(from, count, truths, node);
            } else if (program.nodes.get(node).combination().isLogical()) {
                truths.combine(program.nodes.get(node), node, parts[node]);
            }
        }
    }

    private void runFrames(Frame frame, Truths truths, int from, int count) {
        for (int start = 0; start < count; start += Program.CHUNK) {
            int rows = Math.min(Program.CHUNK, count - start);
            program.run(inputs, frame, from + start, rows, tables, framed);
            for (int node = 0; node < standsIn.length; node++) {
                if (standsIn[node] == node
                        && questions[node] == null
                        && !program.nodes.get(node).combination().isLogical()) {
                    truths.take(frame, node, node, start >> 6, rows);
                }
            }
            for (int output = 0; output < program.outputAt.length; output++) {
                answers.get(output).take(frame, program.outputAt[output], from + start, rows);
            }
        }
    }
}
