package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.model.Verdict;
import dev.rapport.engagement.overview.PlanVerdict;
import dev.rapport.engagement.overview.SegmentRow;
import dev.rapport.engagement.overview.SegmentRow.Payback;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.RoleGap;
import dev.rapport.engagement.whatif.PlanDifference;
import dev.rapport.engagement.whatif.SegmentDifference;
import dev.rapport.engagement.whatif.Shift;
import dev.rapport.examples.shared.study.StudyPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/**
 * What differs between two plans, for people.
 *
 * @param difference  the plans beside each other
 * @param changes  what was changed
 */
record DifferenceReport(PlanDifference difference, List<String> changes) {

    private static final int CUSTOMERS = 40;
    private static final List<String> COLUMNS = List.of("", "now", "then", "difference");

    /** The headline, as far as it changes, and who has to be hired. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add("What if: " + String.join(", ", changes) + ".");
        for (List<String> row : headline()) {
            if (!row.get(1).equals(row.get(2))) {
                words.add(row.get(0) + ": " + row.get(1) + " now, " + row.get(2) + " then.");
            }
        }
        for (SegmentDifference segment : difference.segments()) {
            Shift<Verdict> pays = segment.row().read(SegmentRow::payback).read(one -> Optional.of(one.verdict()));
            if (pays.isChange()) {
                words.add(segment.segment() + ": " + word(pays.now()) + " now, " + word(pays.then()) + " then.");
            }
        }
        difference.roles().forEach((role, gap) -> {
            Shift<Integer> hires = hires(gap);
            if (hires.isChange()) {
                words.add(role + ": " + whole(hires.now()) + " to hire now, " + whole(hires.then()) + " then.");
            }
        });
        if (words.size() == 1) {
            words.add("Nothing of the headline changes, and nobody more or less is to be hired.");
        }
        return words;
    }

    StudyPage page() {
        StudyPage page = StudyPage.titled("What if, on " + difference.date());
        words().forEach(page::paragraph);
        page.heading("The whole book");
        page.table(COLUMNS, headline());
        page.heading("Segments");
        page.table(
                List.of("segment", "what", "now", "then", "difference"),
                difference.segments().stream()
                        .filter(SegmentDifference::isChange)
                        .flatMap(segment -> rows(segment).stream())
                        .toList());
        page.heading("Hours of each role");
        List<List<String>> roles = new ArrayList<>();
        difference.roles().forEach((role, gap) -> {
            roles.add(number(
                    role + ", hours needed",
                    gap.read(one -> Optional.of(one.hoursNeeded().doubleValue())),
                    "%,.1f"));
            roles.add(number(
                    role + ", hours there are",
                    gap.read(one -> Optional.of(one.hoursAvailable().doubleValue())),
                    "%,.1f"));
            roles.add(number(role + ", to hire", hires(gap).read(one -> Optional.of((double) one)), "%,.0f"));
        });
        page.table(COLUMNS, roles);
        page.heading("Customers that differ: " + difference.customers().size());
        page.table(
                List.of("customer", "ARR now", "ARR then", "segment now", "segment then", "health now", "health then"),
                difference.customers().entrySet().stream()
                        .limit(CUSTOMERS)
                        .map(one -> customer(one.getKey(), one.getValue()))
                        .toList());
        page.paragraph("All of it is in result.json.");
        return page;
    }

    private List<List<String>> headline() {
        Shift<PlanVerdict> verdict = difference.verdict();
        Shift<SegmentRow> whole = difference.whole();
        List<List<String>> rows = new ArrayList<>();
        rows.add(number("customers", verdict.read(one -> Optional.of((double) one.customers())), "%,.0f"));
        rows.add(amount("ARR", verdict.read(PlanVerdict::arr)));
        rows.add(share("GRR", verdict.read(PlanVerdict::kept).read(kept -> Optional.of(kept.share()))));
        rows.add(share("NRR", verdict.read(one -> present(one.net()))));
        rows.add(amount("decided soon", verdict.read(PlanVerdict::decided)));
        rows.add(amount("expected loss", verdict.read(PlanVerdict::expectedLoss)));
        rows.add(amount("of it can be saved", verdict.read(PlanVerdict::saveable)));
        rows.add(amount("cost to serve", whole.read(SegmentRow::costToServe)));
        rows.add(share("cost to serve of ARR", whole.read(row -> present(row.costShare()))));
        rows.add(amount("margin if all stay", whole.read(SegmentRow::margin)));
        rows.add(amount("margin of an ordinary year", difference.outlook().read(one -> Optional.of(one.ordinary()))));
        rows.add(amount("margin of a bad year", difference.outlook().read(one -> Optional.of(one.bad()))));
        rows.add(amount("margin of a good year", difference.outlook().read(one -> Optional.of(one.good()))));
        rows.removeIf(row -> row.get(1).equals("-") && row.get(2).equals("-"));
        return rows;
    }

    private static List<List<String>> rows(SegmentDifference segment) {
        Shift<SegmentRow> row = segment.row();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "model", word(segment.model().now()), word(segment.model().then()), ""));
        rows.add(number("customers", row.read(one -> Optional.of((double) one.customers())), "%,.0f"));
        rows.add(amount("ARR", row.read(one -> Optional.of(one.arr()))));
        rows.add(share("GRR", row.read(SegmentRow::kept).read(kept -> Optional.of(kept.share()))));
        rows.add(share("target", row.read(SegmentRow::kept).read(kept -> present(kept.target()))));
        rows.add(amount("cost to serve", row.read(SegmentRow::costToServe)));
        rows.add(share("cost to serve of ARR", row.read(one -> present(one.costShare()))));
        rows.add(amount("margin", row.read(SegmentRow::margin)));
        Shift<Payback> pays = row.read(SegmentRow::payback);
        rows.add(List.of(
                "pays", word(pays.now().map(Payback::verdict)), word(pays.then().map(Payback::verdict)), ""));
        rows.removeIf(cells -> cells.get(1).equals(cells.get(2)));
        return rows.stream()
                .map(cells -> {
                    List<String> named = new ArrayList<>(cells);
                    named.add(0, segment.segment());
                    return named;
                })
                .toList();
    }

    private static List<String> customer(String id, Shift<CustomerLine> line) {
        Shift<Money> arr = line.read(CustomerLine::arr);
        Shift<String> segment = line.read(CustomerLine::segment);
        Shift<String> band = PlanDifference.band(line);
        return List.of(
                line.then().or(line::now).flatMap(CustomerLine::name).orElse(id),
                text(arr.now().map(DifferenceReport::size), "%,.0f"),
                text(arr.then().map(DifferenceReport::size), "%,.0f"),
                word(segment.now()),
                word(segment.then()),
                word(band.now()),
                word(band.then()));
    }

    private static List<String> amount(String name, Shift<Money> amount) {
        return number(name, amount.read(money -> Optional.of(size(money))), "%,.0f");
    }

    /** In per cent. */
    private static List<String> share(String name, Shift<Double> share) {
        return number(name + ", %", share.read(one -> Optional.of(100 * one)), "%,.1f");
    }

    private static List<String> number(String name, Shift<Double> number, String format) {
        Optional<Double> change = number.then().flatMap(later -> number.now().map(earlier -> later - earlier));
        return List.of(
                name, text(number.now(), format), text(number.then(), format), text(change, format.replace("%", "%+")));
    }

    private static String text(Optional<Double> number, String format) {
        return number.map(one -> String.format(Locale.ROOT, format, one)).orElse("-");
    }

    private static double size(Money amount) {
        return amount.getAmount().doubleValue();
    }

    private static Shift<Integer> hires(Shift<RoleGap> gap) {
        return gap.read(one -> one.hires().isPresent() ? Optional.of(one.hires().getAsInt()) : Optional.empty());
    }

    private static String whole(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("not known how many");
    }

    private static String word(Optional<?> value) {
        return value.map(one -> one.toString().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("-");
    }

    private static Optional<Double> present(OptionalDouble number) {
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
