package dev.rapport.examples.policylab;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.segmentation.membership.Move;
import dev.rapport.segmentation.membership.TouchedOwner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Who would be in another segment, on one screen of a terminal. */
final class SegmentSummary {

    private static final int WAYS = 8;
    private static final int OWNERS = 6;
    private static final int MOVERS = 5;

    private SegmentSummary() {}

    static List<String> lines(
            SegmentationProposal proposal, SegmentMoves moves, LocalDate date, List<AttributeKey<String>> groupBy) {
        List<String> lines = new ArrayList<>();
        lines.add(proposal.currentReference() + " -> " + proposal.proposedReference() + " on " + date + ": "
                + moves.moved() + ", would move, of " + moves.all());
        if (moves.movers().isEmpty()) {
            return lines;
        }
        List<SegmentMoves.Way> ways =
                moves.ways().stream().filter(way -> !way.isStay()).toList();
        append(
                lines,
                ways,
                WAYS,
                way -> SegmentMoves.words(way.from()) + " -> "
                        + SegmentMoves.words(way.to()) + ": "
                        + moves.tally(way.moved().customers(), way.moved().after()));
        for (AttributeKey<String> attribute : groupBy) {
            lines.add("By " + attribute.name() + ":");
            append(lines, moves.by(attribute), OWNERS, touched -> owner(touched, moves));
        }
        lines.add("The largest:");
        append(lines, moves.movers(), MOVERS, move -> mover(move, moves));
        return lines;
    }

    private static String owner(TouchedOwner touched, SegmentMoves moves) {
        return touched.owner().orElse("without") + ": " + moves.tally(touched.customers(), touched.amount());
    }

    private static String mover(Move move, SegmentMoves moves) {
        return moves.name(move) + ": " + SegmentMoves.words(move.from()) + " -> " + SegmentMoves.words(move.to()) + " ("
                + String.join("; ", moves.why(move)) + ")";
    }

    private static <T> void append(List<String> lines, List<T> all, int most, Function<T, String> words) {
        all.stream().limit(most).map(words).forEach(line -> lines.add("  " + line));
        if (all.size() > most) {
            lines.add("  and " + PageText.count(all.size() - most) + " more");
        }
    }
}
