package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    private static final int CHUNK = 256;

    private final List<Node> outputs;
    private final List<Node> nodes;
    private final int[][] parts;
    private final int[] slotOf;
    private final int[] bySlotOf;
    private final int[] outputAt;
    private final List<AttributeKey<?>> slots;
    private final int valueSlots;
    private final boolean worded;
    private final Computations computed;
    private final double[][] noTables;
    private final boolean fades;

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
        Frame frame = new Frame(nodes.size() + spare, 1, fades);
        run(inputs, frame, 0, 1, tables(inputs));
        Explanation[] explanations = new Explanation[nodes.size()];
        for (int i = 0; i < explanations.length; i++) {
            explanations[i] = readOut(i, frame, inputs, explanations);
        }
        if (outputAt.length == 1) {
            return List.of(explanations[outputAt[0]]);
        }
        List<Explanation> result = new ArrayList<>(outputAt.length);
        for (int at : outputAt) {
            result.add(explanations[at]);
        }
        return result;
    }

    private Explanation readOut(int i, Frame frame, Inputs.OfView inputs, Explanation[] explanations) {
        Node node = nodes.get(i);
        Status status = frame.status(i, 0);
        double value = frame.value(i, 0);
        double completeness = frame.completeness(i, 0);
        double known = frame.known(i, 0);
        Leaf leaf = node.leaf();
        if (leaf == null) {
            List<Explanation> own = new Parts(explanations, parts[i]);
            return new Explanation(node, status, value, completeness, known, Double.NaN, null, null, null, own);
        }
        int slot = slotOf[i];
        Reading<?> reading = inputs.readings[slot];
        Reading<?> group = bySlotOf[i] < 0 ? null : inputs.readings[bySlotOf[i]];
        Object read = reading.valueOrNull();
        double distance = read == null || leaf.number == null
                ? Double.NaN
                : leaf.number.distance(leaf.kind().toNumber(read), inputs.today(slot));
        return new Explanation(
                node,
                status,
                value,
                completeness,
                known,
                distance,
                reading,
                group,
                LeafReasons.of(
                        leaf, status, reading, group, leaf.timeToLive == null ? Double.NaN : inputs.age(slot, 0)),
                List.of());
    }

    /**
     * Reads what the program needs of a book, with the age of values where it matters.
     *
     * @param book  the book
     * @return its columns
     */
    public Columns columns(Book book) {
        Set<AttributeKey<?>> dated = new LinkedHashSet<>();
        for (Node node : nodes) {
            Leaf leaf = node.leaf();
            if (leaf != null && node.isFading()) {
                dated.add(leaf.key);
            }
        }
        return book.columns(slots, dated, computed.attributes());
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
        if (tasks < 1) {
            throw new IllegalArgumentException("tasks (" + tasks + ") must be at least 1.");
        }
        Inputs inputs = new Inputs.OfColumns(slots, columns);
        double[][] tables = tables(inputs);
        List<Scores> scores = outputs.stream()
                .map(output -> new Scores(output, columns.size(), fades))
                .toList();
        int chunks = (columns.size() + CHUNK - 1) / CHUNK;
        List<CompletableFuture<Void>> running = new ArrayList<>();
        int split = Math.min(tasks, chunks);
        for (int task = 0; task < split; task++) {
            int first = (int) ((long) chunks * task / split);
            int last = (int) ((long) chunks * (task + 1) / split);
            running.add(CompletableFuture.runAsync(
                    () -> evaluateChunks(inputs, tables, scores, first, last, columns.size()), executor));
        }
        try {
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return scores;
    }

    private void evaluateChunks(Inputs inputs, double[][] tables, List<Scores> scores, int first, int last, int size) {
        Frame frame = new Frame(nodes.size() + spare, CHUNK, fades);
        for (int chunk = first; chunk < last; chunk++) {
            int from = chunk * CHUNK;
            int count = Math.min(CHUNK, size - from);
            run(inputs, frame, from, count, tables);
            for (int output = 0; output < outputAt.length; output++) {
                scores.get(output).take(frame, outputAt[output], from, count);
            }
        }
    }

    private double[][] tables(Inputs inputs) {
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

    private void run(Inputs inputs, Frame frame, int from, int count, double[][] tables) {
        LeafRun leaves = new LeafRun(inputs, frame, from, count);
        for (int i = 0; i < nodes.size(); i++) {
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
