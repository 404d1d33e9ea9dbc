package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Picture;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.model.json.JsonOut;
import dev.rapport.segmentation.rfm.RfmCuts;
import dev.rapport.segmentation.rfm.RfmName;
import dev.rapport.segmentation.rfm.RfmNames;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recency, frequency and monetary value, from a row for each purchase. */
final class RfmStudy implements StudyProgram.Method {

    private static final int SCORES = 5;

    /** A customer's purchases so far. */
    private static final class Buyer {
        private LocalDate last = LocalDate.MIN;
        private int count;
        private double amount;
        private long days;
    }

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        int bins = arguments.findWhole("k", 2, 9).orElse((long) SCORES).intValue();
        String id = arguments.get("id");
        String date = arguments.get("date");
        String amount = arguments.get("amount");
        Optional<LocalDate> given = arguments.findDate("as-of");
        table.requirePresent(id);
        table.require(date, RfmStudy::isDate, "must be a date like 2026-06-30");
        table.requireNumber(amount, value -> true, "must be a number");
        given.ifPresent(asOf ->
                table.require(date, text -> !LocalDate.parse(text.strip()).isAfter(asOf), "must not be after " + asOf));
        List<LocalDate> dates = table.text(date).stream()
                .map(text -> LocalDate.parse(text.strip()))
                .toList();
        LocalDate asOf =
                given.orElseGet(() -> dates.stream().max(LocalDate::compareTo).orElseThrow());
        List<String> ids = table.text(id);
        double[] amounts = table.numbers(amount);
        Map<String, Buyer> buyers = new LinkedHashMap<>();
        for (int row = 0; row < amounts.length; row++) {
            Buyer buyer = buyers.computeIfAbsent(ids.get(row), name -> new Buyer());
            buyer.last = dates.get(row).isAfter(buyer.last) ? dates.get(row) : buyer.last;
            buyer.count++;
            buyer.amount += amounts[row];
        }
        buyers.values().forEach(buyer -> buyer.days = ChronoUnit.DAYS.between(buyer.last, asOf));
        Collection<Buyer> all = buyers.values();
        try {
            RfmCuts cuts = RfmCuts.quantiles(
                    bins,
                    all.stream().mapToDouble(buyer -> buyer.days).toArray(),
                    all.stream().mapToDouble(buyer -> buyer.count).toArray(),
                    all.stream().mapToDouble(buyer -> buyer.amount).toArray());
            return split(buyers, cuts, asOf).study();
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text.strip());
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Split split(Map<String, Buyer> buyers, RfmCuts cuts, LocalDate asOf) {
        Map<String, String> assignments = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Split.Part> cells = new TreeMap<>();
        buyers.forEach((id, buyer) -> {
            int r = cuts.recencyScore((double) buyer.days);
            int f = cuts.frequencyScore(buyer.count);
            int m = cuts.monetaryScore(buyer.amount);
            String cell = "" + r + f + m;
            String name = cuts.highest() == SCORES ? name(r, f, m) : "";
            assignments.put(id, cell);
            names.put(id, name);
            cells.computeIfAbsent(
                    cell,
                    key -> new Split.Part(
                            key,
                            name.isEmpty() ? key : key + " " + name,
                            "recency " + r + ", frequency " + f + ", monetary " + m + " of " + cuts.highest()
                                    + (name.isEmpty() ? "" : ": " + name)));
        });
        return new Split(
                "Recency, frequency and monetary value as of " + asOf,
                List.copyOf(cells.values()),
                assignments,
                out -> write(out, cuts, asOf, names),
                page -> show(page, cuts, names, assignments));
    }

    private static String name(int r, int f, int m) {
        return RfmNames.eleven().stream()
                .filter(name -> name.has(r, f, m))
                .findFirst()
                .map(RfmName::segment)
                .map(segment -> segment.name())
                .orElse("");
    }

    private static void write(JsonOut out, RfmCuts cuts, LocalDate asOf, Map<String, String> names) {
        out.field("k", cuts.highest());
        out.field("asOf", asOf);
        out.object("breaks", fields -> {
            fields.array("recency", list -> cuts.recency().forEach(list::value));
            fields.array("frequency", list -> cuts.frequency().forEach(list::value));
            fields.array("monetary", list -> cuts.monetary().forEach(list::value));
        });
        if (cuts.highest() == SCORES) {
            out.object("sizesByName", fields -> sizes(names).forEach((name, size) -> fields.field(name, size)));
            out.object("names", fields -> names.forEach(fields::field));
        }
    }

    private static Map<String, Long> sizes(Map<String, String> names) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        RfmNames.eleven().forEach(name -> sizes.put(name.segment().name(), 0L));
        names.values().forEach(name -> sizes.merge(name, 1L, Long::sum));
        return sizes;
    }

    private static void show(StudyPage page, RfmCuts cuts, Map<String, String> names, Map<String, String> assignments) {
        if (cuts.highest() == SCORES) {
            List<Picture.Bar> bars = new ArrayList<>();
            sizes(names).forEach((name, size) -> bars.add(new Picture.Bar(name, size, bars.size())));
            page.heading("The eleven usual names").picture(Picture.bars("Customers by name", bars));
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("recency \\ frequency"));
        for (int f = 1; f <= cuts.highest(); f++) {
            header.add(Integer.toString(f));
        }
        for (int r = cuts.highest(); r >= 1; r--) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(r)));
            for (int f = 1; f <= cuts.highest(); f++) {
                String cell = "" + r + f;
                row.add(Long.toString(assignments.values().stream()
                        .filter(one -> one.startsWith(cell))
                        .count()));
            }
            rows.add(row);
        }
        page.heading("Recency and frequency").table(header, rows);
        page.heading("Where the scores change")
                .paragraph(
                        "A value is in the bin whose lower cut it reaches and whose upper cut it does not. Cuts are"
                                + " quantiles of type 7, plus 1. Equal values have equal scores, so the bins are not equally large.")
                .table(
                        List.of("", "cuts"),
                        List.of(
                                List.of("recency (days)", cuts.recency().toString()),
                                List.of("frequency", cuts.frequency().toString()),
                                List.of("monetary", cuts.monetary().toString())));
    }
}
