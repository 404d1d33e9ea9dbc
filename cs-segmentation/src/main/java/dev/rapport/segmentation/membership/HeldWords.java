package dev.rapport.segmentation.membership;

import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import dev.rapport.segmentation.tier.ValueTiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What holds a customer in its segment, in words that tell no value of the customer: the reasons beside them do. */
final class HeldWords {

    private final SegmentationStrategy leaving;

    /** Of a strategy that says how long a customer stays. */
    HeldWords(SegmentationStrategy leaving) {
        this.leaving = leaving;
    }

    /** The whole: {@code would enter small; held in mid-market until arr is below EUR 9000}. */
    String until(Segment now, Segment was, String until) {
        return "would enter " + now + "; held in " + was + " until " + until;
    }

    /** When it has left: below the threshold of its tier, or at that of the next one up. */
    String left(Segment now, Segment was) {
        if (leaving instanceof ValueTiers tiers) {
            List<Segment> segments = tiers.segments();
            int at = segments.indexOf(was);
            boolean rises = segments.indexOf(now) > at;
            Tier tier = tiers.tiers().get(rises ? at + 1 : at);
            Optional<BigDecimal> from = tier.from();
            if (from.isPresent()) {
                return tiers.key().name()
                        + (rises ? " is at least " : " is below ")
                        + tiers.currency().map(unit -> unit.getCode() + " ").orElse("")
                        + from.get().stripTrailingZeros().toPlainString();
            }
        }
        return "the rule for leaving says otherwise";
    }

    String confirmed(int times, int confirmations) {
        return "found elsewhere " + confirmations + " times in a row, so far " + times;
    }

    String stayed(LocalDate free, int minimumStayDays) {
        return free + ", when it has stayed " + minimumStayDays + " days";
    }
}
