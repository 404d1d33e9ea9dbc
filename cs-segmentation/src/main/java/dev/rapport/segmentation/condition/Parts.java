package dev.rapport.segmentation.condition;

import dev.rapport.model.decision.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts of conditions that have some. */
final class Parts {

    private Parts() {}

    static List<Condition> copyOf(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("conditions must not be empty.");
        }
        return List.copyOf(conditions);
    }

    /** Compiles the parts; of those with the same code the second gets a number, so that paths of codes are unique. */
    static List<Node> compile(List<Condition> conditions, Scope scope) {
        List<Node> nodes = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Condition condition : conditions) {
            Node node = condition.compile(scope);
            String code = node.code();
            for (int number = 2; !codes.add(code); number++) {
                code = node.code() + "-" + number;
            }
            nodes.add(code.equals(node.code()) ? node : node.named(code));
        }
        return nodes;
    }
}
