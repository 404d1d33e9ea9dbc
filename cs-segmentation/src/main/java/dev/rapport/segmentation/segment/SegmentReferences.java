package dev.rapport.segmentation.segment;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which segments are defined through which others. Immutable. */
public final class SegmentReferences {

    private static final Node PLACEHOLDER = Node.present("reference", AttributeKey.text("reference"));

    private final Map<String, Set<String>> references;

    private SegmentReferences(Map<String, Set<String>> references) {
        this.references = references;
    }

    /**
     * Finds the references of some rules.
     *
     * @param rules  the rules that are defined together
     * @return what each refers to
     */
    public static SegmentReferences of(List<Rule> rules) {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        for (Rule rule : rules) {
            Set<String> found = references.computeIfAbsent(rule.segment().id(), id -> new LinkedHashSet<>());
            rule.condition().compile(segmentId -> {
                found.add(segmentId);
                return PLACEHOLDER;
            });
        }
        return new SegmentReferences(references);
    }

    /**
     * What one segment refers to.
     *
     * @param segmentId  the segment
     * @return the ids in the order of their first mention; of segments that are not there as well
     */
    public Set<String> of(String segmentId) {
        return Collections.unmodifiableSet(references.getOrDefault(segmentId, Set.of()));
    }

    /**
     * The circles in which segments are defined through themselves.
     *
     * @return each circle as a path that begins and ends with the same segment, in the order of the rules; one for each
     *     reference that closes a circle
     */
    public List<List<String>> circles() {
        List<List<String>> circles = new ArrayList<>();
        Set<String> finished = new HashSet<>();
        for (String start : references.keySet()) {
            follow(start, new ArrayList<>(), finished, circles);
        }
        return circles;
    }

    private void follow(String segmentId, List<String> path, Set<String> finished, List<List<String>> circles) {
        int entered = path.indexOf(segmentId);
        if (entered >= 0) {
            List<String> circle = new ArrayList<>(path.subList(entered, path.size()));
            circle.add(segmentId);
            circles.add(List.copyOf(circle));
            return;
        }
        if (finished.contains(segmentId)) {
            return;
        }
        path.add(segmentId);
        for (String next : of(segmentId)) {
            follow(next, path, finished, circles);
        }
        path.remove(path.size() - 1);
        finished.add(segmentId);
    }
}
