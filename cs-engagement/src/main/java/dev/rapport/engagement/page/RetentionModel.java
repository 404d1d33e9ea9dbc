package dev.rapport.engagement.page;

import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.PlanRetention;
import dev.rapport.engagement.plan.PlanRetention.SegmentRetention;
import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.ArrBridge.Kind;
import dev.rapport.health.retention.CohortTable;
import dev.rapport.health.retention.Level;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.RetentionMethod;
import dev.rapport.health.retention.RetentionRate;
import dev.rapport.health.retention.RetentionRates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** How much the book kept in twelve months: rates under their names, the waterfall month by month, segments and cohorts. */
final class RetentionModel {

    private static final int QUARTER = 3;

    /** A dash after which no line ends. */
    private static final String RANGE = "\u2013\u2060";

    private final PlanRetention retention;

    RetentionModel(PlanRetention retention) {
        this.retention = retention;
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        ArrBridge year = retention.year();
        model.put("from", year.from().toString());
        model.put("to", year.to().toString());
        model.put("sentences", sentences());
        model.put("rates", retention.rates().stream().map(RetentionModel::rates).toList());
        model.put("chart", chart());
        model.put(
                "months", retention.months().stream().map(RetentionModel::month).toList());
        model.put("total", month(retention.months()));
        model.put("segments", retention.segments().stream().map(this::segment).toList());
        model.put("cohortDates", cohortDates());
        model.put(
                "cohorts", retention.cohorts().rows().stream().map(this::cohort).toList());
        model.put("cohortGrain", Text.words(retention.cohorts().grain()));
        model.put("definition", definition());
        return model;
    }

    private RetentionRates byAccount() {
        return retention.rates().get(0);
    }

    private List<String> sentences() {
        RetentionRates accounts = byAccount();
        List<String> sentences = new ArrayList<>();
        accounts.gross()
                .share()
                .ifPresent(share -> sentences.add("Of the ARR of " + accounts.since() + ", "
                        + Text.percentExactly(share) + " is still there without expansion (GRR), "
                        + Text.percentExactly(accounts.net().share().orElse(Double.NaN)) + " with it (NRR); of the "
                        + "customers " + accounts.logo().kept() + " of "
                        + accounts.logo().of() + "."));
        for (RetentionRates rates : retention.rates()) {
            boolean isComparable = rates.level() == Level.CONTRACT
                    && rates.method() == RetentionMethod.COHORT
                    && rates.gross().share().isPresent();
            if (isComparable && differs(rates.gross(), accounts.gross())) {
                sentences.add("Contract by contract it is "
                        + Text.percentExactly(rates.gross().share().getAsDouble())
                        + ": what some customers gained in one contract masks what they let go in another.");
            }
        }
        if (!accounts.pending().isZero()) {
            sentences.add(Text.money(accounts.pending()) + " of "
                    + Text.count(accounts.pendingUnits(), "customer", "customers")
                    + " ran out and is not signed again; it counts neither as kept nor as lost.");
        }
        if (!retention.leftOut().isEmpty()) {
            sentences.add("Without " + Text.count(retention.leftOut().size(), "customer", "customers")
                    + " whose revenue is not told.");
        }
        return sentences;
    }

    private static boolean differs(RetentionRate a, RetentionRate b) {
        return !Text.percentExactly(a.share().orElse(Double.NaN))
                .equals(Text.percentExactly(b.share().orElse(Double.NaN)));
    }

    private static Map<String, Object> rates(RetentionRates rates) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", name(rates));
        put(row, "logo", rates.logo());
        put(row, "gross", rates.gross());
        put(row, "net", rates.net());
        return row;
    }

    private static String name(RetentionRates rates) {
        String level = "by " + Text.words(rates.level());
        return switch (rates.method()) {
            case COHORT -> level;
            case RENEWALS_DUE -> level + ", of renewals due";
            case TRAILING -> level + ", month upon month";
        };
    }

    private static void put(Map<String, Object> row, String name, RetentionRate rate) {
        row.put(
                name,
                rate.share().isPresent() ? Text.percentExactly(rate.share().getAsDouble()) : "");
        row.put(name + "Interval", interval(rate.estimate()));
    }

    private static String interval(Estimate estimate) {
        return estimate.known()
                .map(known -> Text.grouped(known.interval().low() * 100)
                        + RANGE
                        + Text.percent(known.interval().high()))
                .orElse("");
    }

    private String chart() {
        List<ArrBridge> months = retention.months();
        ArrBridge last = months.get(months.size() - 1);
        List<Series> series =
                List.of(new Series("ARR", "accent"), new Series("gained", "green"), new Series("lost", "red"));
        return new Chart(
                        "ARR from " + retention.year().from() + " to "
                                + retention.year().to(),
                        series,
                        Text::compact)
                .waterfall(
                        group(retention.year().from().toString(), months.get(0).opening()),
                        List.of(
                                group("new", total(Kind.NEW)),
                                group("expansion", total(Kind.EXPANSION)),
                                group("returned", total(Kind.REACTIVATION)),
                                group("contraction", total(Kind.CONTRACTION).negated()),
                                group("churn", total(Kind.CHURN).negated()),
                                group("pending", pending(months).negated())),
                        group(retention.year().to().toString(), last.closing()));
    }

    private Money total(Kind kind) {
        return total(retention.months(), kind);
    }

    private static Money total(List<ArrBridge> months, Kind kind) {
        Money sum = months.get(0).total(kind);
        for (ArrBridge month : months.subList(1, months.size())) {
            sum = sum.plus(month.total(kind));
        }
        return sum;
    }

    private static Money pending(List<ArrBridge> months) {
        Money sum = months.get(0).becamePending();
        for (ArrBridge month : months.subList(1, months.size())) {
            sum = sum.plus(month.becamePending());
        }
        return sum;
    }

    private static Group group(String label, Money amount) {
        return new Group(label, List.of(PlanModel.size(amount)));
    }

    private static Map<String, Object> month(ArrBridge month) {
        return month(List.of(month));
    }

    private static Map<String, Object> month(List<ArrBridge> months) {
        ArrBridge last = months.get(months.size() - 1);
        Map<String, Object> row = new HashMap<>();
        row.put("name", last.to().toString());
        row.put("opening", Text.money(months.get(0).opening()));
        row.put("new", amount(total(months, Kind.NEW)));
        row.put("expansion", amount(total(months, Kind.EXPANSION)));
        row.put("returned", amount(total(months, Kind.REACTIVATION)));
        row.put("contraction", amount(total(months, Kind.CONTRACTION).negated()));
        row.put("churn", amount(total(months, Kind.CHURN).negated()));
        row.put("pending", amount(pending(months).negated()));
        row.put("closing", Text.money(last.closing()));
        return row;
    }

    private static String amount(Money amount) {
        return amount.isZero() ? "" : Text.grouped(PlanModel.size(amount));
    }

    private Map<String, Object> segment(SegmentRetention segment) {
        Map<String, Object> row = rates(segment.rates().get(0));
        row.put("name", Text.words(segment.segment()));
        row.put("opening", Text.money(segment.year().opening()));
        row.put("closing", Text.money(segment.year().closing()));
        put(row, "contract", segment.rates().get(1).gross());
        return row;
    }

    private boolean isShown(int date) {
        return (retention.cohorts().dates().size() - 1 - date) % QUARTER == 0;
    }

    private List<String> cohortDates() {
        List<String> dates = new ArrayList<>();
        for (int i = 0; i < retention.cohorts().dates().size(); i++) {
            if (isShown(i)) {
                dates.add(retention.cohorts().dates().get(i).toString());
            }
        }
        return dates;
    }

    private Map<String, Object> cohort(CohortTable.Row cohort) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int i = 0; i < cohort.cells().size(); i++) {
            if (isShown(i)) {
                CohortTable.Cell cell = cohort.cells().get(i);
                cells.add(Map.of(
                        "units",
                        cell.units() == 0 ? "" : Text.grouped(cell.units()),
                        "arr",
                        cell.units() == 0 ? "" : Text.compact(PlanModel.size(cell.arr()))));
            }
        }
        return Map.of("name", cohort.cohort(), "started", Text.grouped(cohort.started()), "cells", cells);
    }

    private String definition() {
        RetentionDefinition definition = retention.definition();
        String churn = switch (definition.churnDate()) {
            case EFFECTIVE -> "Revenue is lost on the first day that no contract covers";
            case NOTICE -> "Revenue is lost on the day on which notice is given";
        };
        String unsigned = switch (definition.unsigned()) {
            case RENEWED -> "a renewal that is overdue counts as signed";
            case LOST -> "a renewal that is overdue counts as lost";
            case PENDING -> "a renewal that is overdue is told apart as pending";
        };
        String days = definition.graceDays() > 0
                ? " for " + Text.count(definition.graceDays(), "day", "days") + ", then as lost"
                : "";
        String rates = definition
                .constantRatesOf()
                .map(day -> "All amounts are at the exchange rates of " + day + currentRates())
                .orElse("Each amount is at the exchange rates of its day");
        return churn + "; " + unsigned + days + ". " + rates
                + ". Expansion is never in GRR. Behind each rate the interval that holds 95 % of such rates by chance; a few"
                + " large customers make it wide. Month upon month means the product of the twelve monthly rates.";
    }

    private String currentRates() {
        return retention
                .atCurrentRates()
                .flatMap(rates -> rates.gross().share().isPresent()
                        ? Optional.of("; with each at its own day's, GRR is "
                                + Text.percentExactly(rates.gross().share().getAsDouble()) + " and NRR "
                                + Text.percentExactly(rates.net().share().orElse(Double.NaN)))
                        : Optional.empty())
                .orElse("");
    }
}
