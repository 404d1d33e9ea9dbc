package dev.rapport.engagement.page;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.model.Verdict;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** The plan in a few sentences and numbers, each of which leads to the section that it is from. */
final class Headline {

    private final Plan plan;

    Headline(Plan plan) {
        this.plan = plan;
    }

    String verdict() {
        if (plan.customers().isEmpty()) {
            return "The book has no customers as of this date.";
        }
        List<String> sentences = new ArrayList<>();
        if (knowsArr(plan)) {
            String pay = plan.customers().size() == 1 ? " pays " : " pay ";
            sentences.add(people() + pay + Text.money(plan.arr()) + " a year.");
        } else {
            sentences.add(people() + "; what they pay a year is not known.");
        }
        if (plan.decisions().value().isEmpty()) {
            health().ifPresent(sentences::add);
        }
        plan.decisions()
                .value()
                .ifPresent(decisions -> sentences.add(Text.money(PlanModel.arr(decisions.ahead(), plan))
                        + " of it is decided within " + days() + "."));
        plan.atRisk()
                .value()
                .ifPresent(list -> sentences.add(Text.money(list.expectedLoss(list.changeable()))
                        + (plan.decisions().value().isPresent() ? " of that" : " of what they would still bring")
                        + " is expected to be lost if nothing is done."));
        plan.decisions()
                .value()
                .filter(decisions -> !decisions.leaving().isEmpty())
                .ifPresent(decisions -> sentences.add(leaving(decisions.leaving())));
        economics(Verdict.DOES_NOT_PAY)
                .ifPresent(names -> sentences.add("The engagement model does not pay for " + names + "."));
        economics(Verdict.CANNOT_TELL)
                .ifPresent(names -> sentences.add("Whether it pays cannot be told for " + names + "."));
        if (economics(Verdict.PAYS).isPresent()
                && economics(Verdict.DOES_NOT_PAY).isEmpty()
                && economics(Verdict.CANNOT_TELL).isEmpty()) {
            sentences.add("The engagement model of every segment pays.");
        }
        return String.join(" ", sentences);
    }

    private String leaving(List<DecisionAhead> leaving) {
        long customers =
                leaving.stream().map(DecisionAhead::customerId).distinct().count();
        return Text.count(customers, "customer has", "customers have") + " given notice ("
                + Text.money(PlanModel.arr(leaving, plan)) + ").";
    }

    /** How many are in the bands below the best one, and what they pay. */
    private Optional<String> health() {
        BandStyles styles = new BandStyles(plan.bands());
        List<String> bands = new ArrayList<>();
        for (String band : styles.codes()) {
            if (!styles.isBest(band)) {
                bands.add(health(band));
            }
        }
        return bands.isEmpty() ? Optional.empty() : Optional.of("By health, " + String.join(", ", bands) + ".");
    }

    private String health(String band) {
        int customers = 0;
        Money arr = Money.zero(plan.currency());
        for (SegmentLine line : plan.segments()) {
            customers += line.customersByBand().getOrDefault(band, 0);
            arr = arr.plus(line.arrByBand().getOrDefault(band, Money.zero(plan.currency())));
        }
        String paying = knowsArr(plan) ? " (" + Text.money(arr) + ")" : "";
        return Text.count(customers, "is", "are") + " " + band + paying;
    }

    /** Whether the recurring revenue of anybody is known; without contracts it is of nobody, which is not zero. */
    static boolean knowsArr(Plan plan) {
        return plan.customers().stream().anyMatch(line -> line.arr().isPresent());
    }

    private Optional<String> economics(Verdict verdict) {
        String names = plan.segments().stream()
                .filter(line -> !line.customers().isEmpty())
                .filter(line ->
                        line.economics().filter(row -> row.verdict() == verdict).isPresent())
                .map(line -> line.segment().map(Segment::name).orElse("those in no segment"))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    List<Map<String, Object>> cards() {
        List<Map<String, Object>> cards = new ArrayList<>();
        boolean knowsArr = knowsArr(plan) || plan.customers().isEmpty();
        cards.add(
                knowsArr
                        ? card(Text.money(plan.arr()), "ARR of " + people(), "segments")
                        : card(Text.grouped(plan.customers().size()), "customers", "segments"));
        plan.changes().ifPresent(changes -> {
            Money start = changes.bridge().opening();
            double change = PlanModel.size(changes.bridge().closing().minus(start));
            String since = "ARR since " + changes.bridge().from();
            cards.add(
                    start.isZero()
                            ? card(Text.signed(change), since, "changes")
                            : card(
                                    (change > 0 ? "+" : "") + Text.percentExactly(change / PlanModel.size(start)),
                                    since,
                                    "changes"));
        });
        plan.decisions()
                .value()
                .ifPresent(decisions -> cards.add(card(
                        Text.money(PlanModel.arr(decisions.ahead(), plan)), "to decide in " + days(), "decisions")));
        plan.atRisk()
                .value()
                .ifPresent(list -> cards.add(
                        card(Text.money(list.expectedLoss(list.changeable())), "expected to be lost", "at-risk")));
        plan.economics()
                .value()
                .flatMap(economics -> economics.margin())
                .ifPresent(margin -> cards.add(card(Text.money(margin), "margin a year", "segments")));
        long unknown = plan.customers().stream()
                .filter(line -> !line.health().isKnown())
                .count();
        cards.add(card(Text.grouped((double) unknown), "of unknown health", "data"));
        return cards;
    }

    private String people() {
        return Text.count(plan.customers().size(), "customer", "customers");
    }

    private String days() {
        return Text.count(plan.horizonDays(), "day", "days");
    }

    private static Map<String, Object> card(String value, String label, String section) {
        return Map.of("value", value, "label", label, "section", section);
    }
}
