package dev.rapport.engagement.plan;

import dev.rapport.health.HealthOfBook;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.band.Band;
import dev.rapport.model.book.Amounts;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Puts together the rows of the segments, in a few passes over the customers of all of them. For one use. */
final class SegmentLines {

    final Plan plan;
    final CustomerLines lines;
    final HealthOfBook health;
    private final List<Segment> segments;
    private final int[] segmentOf;
    private final int[][] rows;
    private final Map<String, Integer> bands = new LinkedHashMap<>();
    private final int[] bandOf;
    private final Money[] arr;
    private final Money[] arrByBand;
    private final Money[] arrWithoutHealth;

    SegmentLines(Plan plan) {
        this.plan = plan;
        this.lines = plan.lines();
        this.health = lines.health();
        this.segments = plan.segmentation().segments();
        this.segmentOf = segmentOf(plan.segmentation());
        this.rows = rows();
        for (Band band : plan.bands().list()) {
            bands.put(band.code(), bands.size());
        }
        bands.putIfAbsent(SegmentLine.UNKNOWN, bands.size());
        this.bandOf = new int[lines.size()];
        for (int row = 0; row < bandOf.length; row++) {
            bandOf[row] = bands.computeIfAbsent(health.band(row), absent -> bands.size());
        }
        Amounts amounts = lines.arr();
        this.arr = amounts.sums(rows.length, row -> segmentOf[row]);
        this.arrByBand = amounts.sums(rows.length * bands.size(), row -> segmentOf[row] * bands.size() + bandOf[row]);
        this.arrWithoutHealth = amounts.sums(rows.length, row -> isKnown(row) ? -1 : segmentOf[row]);
    }

    /** Those in no segment stand behind all. */
    private int[] segmentOf(Segmentation segmentation) {
        int[] found = new int[lines.size()];
        for (int row = 0; row < found.length; row++) {
            int position = segmentation.position(row);
            found[row] = position < 0 ? segments.size() : position;
        }
        return found;
    }

    private int[][] rows() {
        int[] sizes = new int[segments.size() + 1];
        for (int segment : segmentOf) {
            sizes[segment]++;
        }
        int[][] all = new int[sizes.length][];
        for (int segment = 0; segment < sizes.length; segment++) {
            all[segment] = new int[sizes[segment]];
        }
        Arrays.fill(sizes, 0);
        for (int row = 0; row < segmentOf.length; row++) {
            all[segmentOf[row]][sizes[segmentOf[row]]++] = row;
        }
        return all;
    }

    List<SegmentLine> all() {
        List<List<AtRisk>> changeable = changeable();
        List<SegmentLine> all = new ArrayList<>();
        for (int position = 0; position < rows.length; position++) {
            if (position < segments.size() || rows[position].length > 0) {
                all.add(new SegmentLine(this, position, changeable.get(position)));
            }
        }
        return List.copyOf(all);
    }

    private List<List<AtRisk>> changeable() {
        List<List<AtRisk>> bySegment = new ArrayList<>();
        for (int position = 0; position < rows.length; position++) {
            bySegment.add(new ArrayList<>());
        }
        plan.atRisk().value().ifPresent(list -> {
            for (AtRisk line : list.changeable()) {
                bySegment.get(segmentOf[line.row()]).add(line);
            }
        });
        return bySegment;
    }

    Optional<Segment> segment(int position) {
        return position < segments.size() ? Optional.of(segments.get(position)) : Optional.empty();
    }

    int[] rows(int position) {
        return rows[position];
    }

    Money arr(int position) {
        return arr[position];
    }

    Money arrWithoutHealth(int position) {
        return arrWithoutHealth[position];
    }

    int withoutHealth(int position) {
        return (int) IntStream.of(rows[position]).filter(row -> !isKnown(row)).count();
    }

    int withoutArr(int position) {
        return (int) IntStream.of(rows[position])
                .filter(row -> !lines.arr().isKnown(row))
                .count();
    }

    /** The number of customers in each band; a band that is none of the scale's only where somebody is in it. */
    Map<String, Integer> customersByBand(int position) {
        int[] counts = new int[bands.size()];
        for (int row : rows[position]) {
            counts[bandOf[row]]++;
        }
        Map<String, Integer> byBand = new LinkedHashMap<>();
        bands.forEach((band, code) -> byBand.put(band, counts[code]));
        byBand.entrySet().removeIf(band -> band.getValue() == 0 && !isOfScale(band.getKey()));
        return byBand;
    }

    Map<String, Money> arrByBand(int position) {
        Map<String, Money> byBand = new LinkedHashMap<>();
        bands.forEach((band, code) -> byBand.put(band, arrByBand[position * bands.size() + code]));
        byBand.entrySet().removeIf(band -> band.getValue().isZero() && !isOfScale(band.getKey()));
        return byBand;
    }

    private boolean isOfScale(String band) {
        return band.equals(SegmentLine.UNKNOWN)
                || plan.bands().list().stream().anyMatch(one -> one.code().equals(band));
    }

    private boolean isKnown(int row) {
        return !Double.isNaN(health.score(row));
    }
}
