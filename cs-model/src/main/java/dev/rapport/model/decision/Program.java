package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/**
 * Nodes in the order of their evaluation, ready to run over one customer with reasons or over a book in columns.
 *
 * <p>Both ways run the same arithmetic over the same numbers and agree bit for bit, whatever the number of rows, tasks or
 * threads. Immutable and safe to share between threads.
 */
public final class Program {

    /** Rows that are evaluated together: few enough that all nodes of a chunk stay in a core's cache. */
    static final int CHUNK = 256;

    private final List<Node> outputs;
    final List<Node> nodes;
    final int[][] parts;
    final int[] slotOf;
    final int[] bySlotOf;
    final int[] outputAt;
    private final List<AttributeKey<?>> slots;
    private final int valueSlots;
    private final boolean worded;
    private final Computations computed;
    private final double[][] noTables;
    final boolean fades;
    private final boolean[] every;

    /** How many nodes more than there are a frame has room for: one, if groups have to be read on the way. */
    private final int spare;

    private Program(List<Node> outputs) {
        this.outputs = List.copyOf(outputs);
        IdentityHashMap<Node, Integer> positions = new IdentityHashMap<>();
        List<Node> ordered = new ArrayList<>();
        for (Node output : this.outputs) {
            order(output, positions, ordered);
        }
        this.nodes = List.copyOf(ordered);
        this.parts = new int[nodes.size()][];
        this.slotOf = new int[nodes.size()];
        this.bySlotOf = new int[nodes.size()];
        boolean[] ofValue = new boolean[nodes.size()];
        this.outputs.forEach(output -> markValue(output, positions, ofValue));
        List<AttributeKey<?>> ofValues = keys(ofValue, true);
        List<AttributeKey<?>> all = new ArrayList<>(ofValues);
        all.addAll(keys(ofValue, false));
        this.slots = List.copyOf(all);
        this.valueSlots = ofValues.size();
        this.computed = Computations.of(nodes);
        for (int i = 0; i < parts.length; i++) {
            Node node = nodes.get(i);
            parts[i] = node.parts().stream()
                    .mapToInt(part -> position(positions, part))
                    .toArray();
            Leaf leaf = node.leaf();
            slotOf[i] = leaf == null ? -1 : slot(leaf.key, ofValue[i]);
            bySlotOf[i] = leaf == null || leaf.by() == null ? -1 : slot(leaf.by(), ofValue[i]);
        }
        this.outputAt = this.outputs.stream()
                .mapToInt(output -> position(positions, output))
                .toArray();
        this.worded = nodes.stream().map(Node::leaf).anyMatch(leaf -> leaf != null && leaf.words() != null);
        this.noTables = new double[nodes.size()][0];
        this.spare = IntStream.of(bySlotOf).anyMatch(slot -> slot >= 0) ? 1 : 0;
        this.fades = nodes.stream().anyMatch(Node::isFading);
        this.every = new boolean[nodes.size()];
        Arrays.fill(every, true);
    }

    private int slot(AttributeKey<?> key, boolean ofValue) {
        return ofValue ? slots.indexOf(key) : valueSlots + boundSlots().indexOf(key);
    }

    /** The slots that only bounds read; an attribute that values read too is read here once more. */
    private List<AttributeKey<?>> boundSlots() {
        return slots.subList(valueSlots, slots.size());
    }

    private List<AttributeKey<?>> keys(boolean[] ofValue, boolean wanted) {
        LinkedHashSet<AttributeKey<?>> keys = new LinkedHashSet<>();
        for (int i = 0; i < ofValue.length; i++) {
            Leaf leaf = nodes.get(i).leaf();
            if (leaf != null && ofValue[i] == wanted) {
                keys.add(leaf.key);
                if (leaf.by() != null) {
                    keys.add(leaf.by());
                }
            }
        }
        return List.copyOf(keys);
    }

    private static void markValue(Node node, IdentityHashMap<Node, Integer> positions, boolean[] ofValue) {
        if (ofValue[position(positions, node)]) {
            return;
        }
        ofValue[position(positions, node)] = true;
        for (int part = 0; part < node.parts().size(); part++) {
            if (!node.isBound(part)) {
                markValue(node.parts().get(part), positions, ofValue);
            }
        }
    }

    private static int position(IdentityHashMap<Node, Integer> positions, Node node) {
        Integer position = positions.get(node);
        if (position == null) {
            throw new IllegalStateException("node (" + node.code() + ") was not ordered.");
        }
        return position;
    }

    private static void order(Node node, IdentityHashMap<Node, Integer> positions, List<Node> ordered) {
        if (positions.containsKey(node)) {
            return;
        }
        for (Node part : node.parts()) {
            order(part, positions, ordered);
        }
        positions.put(node, ordered.size());
        ordered.add(node);
    }

    /**
     * Compiles nodes.
     *
     * @param outputs  the values that are asked for, at least one; they may share parts
     * @return the program
     */
    public static Program of(Node... outputs) {
        return of(List.of(outputs));
    }

    /**
     * Compiles nodes.
     *
     * @param outputs  the values that are asked for, at least one; they may share parts
     * @return the program
     */
    public static Program of(List<Node> outputs) {
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("outputs must not be empty.");
        }
        return new Program(outputs);
    }

    /**
     * What the program reads.
     *
     * @return its attributes; of those that leaves compute themselves, what the computation reads
     */
    public Requirements requirements() {
        return computed.requirements(slots);
    }

    /**
     * The currencies that the leaves reckon in. Columns hold amounts in the currency of the book alone, so a program
     * that is to run over a book reckons in that one.
     *
     * @return the currencies in the order of their codes; empty if no amount of money is read
     */
    public Set<CurrencyUnit> currencies() {
        Set<CurrencyUnit> currencies = new TreeSet<>();
        for (Node node : nodes) {
            Leaf leaf = node.leaf();
            if (leaf != null && leaf.currency != null) {
                currencies.add(leaf.currency);
            }
        }
        return Collections.unmodifiableSet(currencies);
    }

    /**
     * The values that are asked for.
     *
     * @return the outputs in their order
     */
    public List<Node> outputs() {
        return outputs;
    }

    /**
     * Evaluates one customer with reasons.
     *
     * @param view  the customer
     * @return the explanation of the first output
     */
    public Explanation explain(CustomerView view) {
        return explainAll(view).get(0);
    }

    /**
     * Evaluates one customer with reasons.
     *
     * @param view  the customer
     * @return an explanation of each output
     */
    public List<Explanation> explainAll(CustomerView view) {
        return explain(inputs(view));
    }

    Inputs.OfView inputs(CustomerView view) {
        return new Inputs.OfView(slots, valueSlots, computed, view);
    }

    /** What the leaves read: first what values rest on, in their order, then what bounds rest on. */
    List<AttributeKey<?>> slots() {
        return slots;
    }

    /** How many of the slots come first. */
    int valueSlots() {
        return valueSlots;
    }

    /** The leaves that read a slot. */
    List<String> codes(int slot) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < slotOf.length; i++) {
            if (slotOf[i] == slot || bySlotOf[i] == slot) {
                codes.add(nodes.get(i).code());
            }
        }
        return codes;
    }

    List<Explanation> explain(Inputs.OfView inputs) {
        Frame frame = frame(1);
        run(inputs, frame, 0, 1, tables(inputs), every);
        return new ReadOut(this, frame, inputs).outputs();
    }

    /**
     * Reads what the program needs of a book, with the age of values where it matters.
     *
     * @param book  the book
     * @return its columns
     */
    public Columns columns(Book book) {
        return columns(book, List.of(this)).get(0);
    }

    /**
     * Reads what several programs need of a book. What more than one of them reads as it stands is read once.
     *
     * @param book  the book
     * @param programs  the programs
     * @return columns for each program
     */
    public static List<Columns> columns(Book book, List<Program> programs) {
        return ColumnsOfPrograms.read(book, programs);
    }

    /** What must be read with the days since when it holds. */
    Set<AttributeKey<?>> dated() {
        Set<AttributeKey<?>> dated = new LinkedHashSet<>();
        for (Node node : nodes) {
            Leaf leaf = node.leaf();
            if (leaf != null && node.isFading()) {
                dated.add(leaf.key);
            }
        }
        return dated;
    }

    Computations computed() {
        return computed;
    }

    /**
     * Evaluates a book column by column on the caller's thread.
     *
     * @param columns  the book, with a column for each attribute that is required
     * @return the numbers of each output
     */
    public List<Scores> evaluate(Columns columns) {
        return evaluate(columns, Runnable::run, 1);
    }

    /**
     * Evaluates a book column by column, split into tasks. The numbers do not depend on how many.
     *
     * @param columns  the book, with a column for each attribute that is required
     * @param executor  runs the tasks; the caller's
     * @param tasks  how many tasks, at least 1
     * @return the numbers of each output
     */
    public List<Scores> evaluate(Columns columns, Executor executor, int tasks) {
        Inputs inputs = new Inputs.OfColumns(slots, columns);
        double[][] tables = tables(inputs);
        int size = columns.size();
        List<Scores> scores =
                outputs.stream().map(output -> new Scores(output, size, fades)).toList();
        Tasks.split(
                (size + CHUNK - 1) / CHUNK,
                executor,
                tasks,
                (first, end) -> evaluateChunks(inputs, tables, scores, first, end, size));
        return scores;
    }

    /**
     * Asks a book for values only: many times as fast as {@link #evaluate} where conditions are asked for, since these are
     * found in bits, equal ones once. The answers do not depend on the number of tasks.
     *
     * @param columns  the book, with a column for each attribute that is required
     * @param executor  runs the tasks; the caller's
     * @param tasks  how many tasks, at least 1
     * @return the values and statuses of each output
     */
    public List<Answers> answer(Columns columns, Executor executor, int tasks) {
        return Answering.of(this, columns, executor, tasks);
    }

    private void evaluateChunks(Inputs inputs, double[][] tables, List<Scores> scores, int first, int last, int size) {
        Frame frame = frame(CHUNK);
        for (int chunk = first; chunk < last; chunk++) {
            int from = chunk * CHUNK;
            int count = Math.min(CHUNK, size - from);
            run(inputs, frame, from, count, tables, every);
            for (int output = 0; output < outputAt.length; output++) {
                scores.get(output).take(frame, outputAt[output], from, count);
            }
        }
    }

    double[][] tables(Inputs inputs) {
        if (!worded) {
            return noTables;
        }
        double[][] tables = new double[nodes.size()][];
        for (int i = 0; i < tables.length; i++) {
            Leaf leaf = nodes.get(i).leaf();
            ToDoubleFunction<Object> words = leaf == null ? null : leaf.words();
            int slot = bySlotOf[i] < 0 ? slotOf[i] : bySlotOf[i];
            tables[i] = words == null ? NO_TABLE : inputs.table(slot, words);
        }
        return tables;
    }

    private static final double[] NO_TABLE = {};

    Frame frame(int rows) {
        return new Frame(nodes.size() + spare, rows, fades);
    }

    /** Evaluates some nodes, with each what it is made of. */
    void run(Inputs inputs, Frame frame, int from, int count, double[][] tables, boolean[] wanted) {
        LeafRun leaves = new LeafRun(inputs, frame, from, count);
        for (int i = 0; i < nodes.size(); i++) {
            if (!wanted[i]) {
                continue;
            }
            Node node = nodes.get(i);
            Leaf leaf = node.leaf();
            if (leaf == null) {
                Kernel.combine(node, frame, i, parts[i], count);
            } else {
                leaves.evaluate(leaf, i, slotOf[i], bySlotOf[i], tables[i]);
            }
        }
    }
}
