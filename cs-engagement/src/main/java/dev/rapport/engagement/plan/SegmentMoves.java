package dev.rapport.engagement.plan;

import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.membership.Membership;
import dev.rapport.segmentation.membership.Movement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who moved between the segments of two cuts. */
final class SegmentMoves {

    private SegmentMoves() {}

    /** By the id of the segmentation, that of the engagement models first. */
    static Map<String, Movement> between(DecidedSegments then, DecidedSegments now, Policies policies) {
        Map<String, Movement> movements = new LinkedHashMap<>();
        movements.put(policies.segmentation().header().id(), Movement.between(then.membership(), now.membership()));
        for (SegmentationDocument document : policies.furtherSegmentations()) {
            Optional<Membership> before = then.membership(document);
            Optional<Membership> after = now.membership(document);
            if (before.isPresent() && after.isPresent()) {
                movements.put(document.header().id(), Movement.between(before.get(), after.get()));
            }
        }
        return Collections.unmodifiableMap(movements);
    }
}
