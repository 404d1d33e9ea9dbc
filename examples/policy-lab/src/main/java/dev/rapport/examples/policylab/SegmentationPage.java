package dev.rapport.examples.policylab;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.segmentation.membership.Move;
import dev.rapport.segmentation.membership.TouchedOwner;
import dev.rapport.segmentation.segment.Segment;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulation of a segmentation as one self-contained page: no network, no script, everything escaped. */
final class SegmentationPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of("segmentation.mustache");

    private final SegmentationProposal proposal;
    private final SegmentMoves moves;
    private final Book book;
    private final List<AttributeKey<String>> groupBy;
    private final int shown;
    private final List<String> remarks;

    SegmentationPage(
            SegmentationProposal proposal,
            SegmentMoves moves,
            Book book,
            List<AttributeKey<String>> groupBy,
            int shown,
            List<String> remarks) {
        this.proposal = proposal;
        this.moves = moves;
        this.book = book;
        this.groupBy = groupBy;
        this.shown = shown;
        this.remarks = remarks;
    }

    void write(Writer target) throws IOException {
        TEMPLATE.write(model(), target);
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("date", book.date().toString());
        model.put("current", proposal.currentReference());
        model.put("proposed", proposal.proposedReference());
        model.put("verdict", moves.moved() + ", would be in another segment, of " + moves.all() + ".");
        List<SegmentMoves.Way> ways = moves.ways();
        model.put(
                "columns",
                moves.proposedSegments().stream().map(SegmentMoves::words).toList());
        model.put("matrix", matrix(ways));
        model.put("groups", groupBy.stream().map(this::group).toList());
        List<Move> movers = moves.movers();
        model.put("movers", movers.stream().limit(shown).map(this::mover).toList());
        model.put("nobody", movers.isEmpty());
        model.put(
                "rest",
                movers.size() > shown ? PageText.count(movers.size() - shown) + " more are in simulation.json." : "");
        model.put("remarks", remarks);
        model.put(
                "footer",
                "As of the end of " + book.date() + " in " + book.zone() + ", as known before "
                        + book.asOf().knownAt() + ". Both segmentations decide on the same data; nothing was"
                        + " published and nothing is remembered.");
        return model;
    }

    private List<Map<String, Object>> matrix(List<SegmentMoves.Way> ways) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Optional<Segment> from : moves.currentSegments()) {
            List<Map<String, Object>> cells = new ArrayList<>();
            for (Optional<Segment> to : moves.proposedSegments()) {
                cells.add(ways.stream()
                        .filter(way -> way.from().equals(from) && way.to().equals(to))
                        .findFirst()
                        .map(this::cell)
                        .orElse(Map.of("style", "none", "customers", "–")));
            }
            rows.add(Map.of("from", SegmentMoves.words(from), "cells", cells));
        }
        return rows;
    }

    private Map<String, Object> cell(SegmentMoves.Way way) {
        return Map.of(
                "style",
                way.isStay() ? "same" : "moved",
                "customers",
                PageText.count(way.moved().customers()),
                "arr",
                moves.money(way.moved().after()));
    }

    private Map<String, Object> group(AttributeKey<String> attribute) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (TouchedOwner touched : moves.by(attribute)) {
            rows.add(Map.of(
                    "value",
                    touched.owner().orElse("without"),
                    "customers",
                    PageText.count(touched.customers()),
                    "arr",
                    moves.money(touched.amount())));
        }
        return Map.of("attribute", attribute.name(), "rows", rows);
    }

    private Map<String, Object> mover(Move move) {
        return Map.of(
                "name",
                moves.name(move),
                "arr",
                moves.arr(move),
                "from",
                SegmentMoves.words(move.from()),
                "to",
                SegmentMoves.words(move.to()),
                "why",
                moves.why(move));
    }
}
