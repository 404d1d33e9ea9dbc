package dev.rapport.model.decision;

import dev.rapport.model.attribute.Reading;
import java.util.ArrayList;
import java.util.List;

/** The explanations of one customer, read out of the frame in which a program was evaluated. */
final class ReadOut {

    private final Program program;
    private final Frame frame;
    private final Inputs.OfView inputs;
    private final Explanation[] explanations;

    ReadOut(Program program, Frame frame, Inputs.OfView inputs) {
        this.program = program;
        this.frame = frame;
        this.inputs = inputs;
        this.explanations = new Explanation[program.nodes.size()];
        for (int i = 0; i < explanations.length; i++) {
            explanations[i] = explanation(i);
        }
    }

    List<Explanation> outputs() {
        int[] at = program.outputAt;
        if (at.length == 1) {
            return List.of(explanations[at[0]]);
        }
        List<Explanation> outputs = new ArrayList<>(at.length);
        for (int position : at) {
            outputs.add(explanations[position]);
        }
        return outputs;
    }

    private Explanation explanation(int i) {
        Node node = program.nodes.get(i);
        Status status = frame.status(i, 0);
        double value = frame.value(i, 0);
        double completeness = frame.completeness(i, 0);
        double known = frame.known(i, 0);
        Leaf leaf = node.leaf();
        if (leaf == null) {
            List<Explanation> own = new Parts(explanations, program.parts[i]);
            return new Explanation(node, status, value, completeness, known, Double.NaN, null, null, null, own);
        }
        int slot = program.slotOf[i];
        Reading<?> reading = inputs.readings[slot];
        Reading<?> group = program.bySlotOf[i] < 0 ? null : inputs.readings[program.bySlotOf[i]];
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
}
