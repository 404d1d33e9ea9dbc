package dev.rapport.engagement.page;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.overview.Kept;
import dev.rapport.engagement.overview.PlanVerdict;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.health.estimate.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** The verdict in a few sentences, in which each number leads to the section that it is from. For one use. */
final class VerdictWords {

    private final Plan plan;
    private final PlanVerdict verdict;
    private final List<Map<String, Object>> parts = new ArrayList<>();

    VerdictWords(Plan plan, PlanVerdict verdict) {
        this.plan = plan;
        this.verdict = verdict;
    }

    /** Texts, some of them with the place of a section. */
    List<Map<String, Object>> parts() {
        if (verdict.customers() == 0) {
            return List.of(Map.of("text", "The book has no customers as of this date."));
        }
        revenue();
        verdict.kept().ifPresent(this::kept);
        verdict.decided().ifPresentOrElse(this::decided, this::health);
        verdict.expectedLoss().ifPresent(this::loss);
        plan.decisions()
                .value()
                .map(DecisionsAhead::leaving)
                .filter(leaving -> !leaving.isEmpty())
                .ifPresent(this::leaving);
        return parts;
    }

    private void leaving(List<DecisionAhead> leaving) {
        long customers =
                leaving.stream().map(DecisionAhead::customerId).distinct().count();
        Money arr = Money.zero(plan.currency());
        for (DecisionAhead one : leaving) {
            arr = arr.plus(one.arr().orElse(Money.zero(plan.currency())));
        }
        text(" ");
        number(Text.count(customers, "customer has", "customers have") + " given notice", "decisions");
        text(" (");
        number(Text.money(arr), "decisions");
        text(").");
    }

    private void text(String text) {
        parts.add(Map.of("text", text));
    }

    private void number(String text, String place) {
        Map<String, Object> part = new HashMap<>();
        part.put("text", text);
        part.put("place", place);
        parts.add(part);
    }

    private void revenue() {
        number(Text.count(verdict.customers(), "customer", "customers"), "customers");
        if (verdict.arr().isPresent()) {
            text(verdict.customers() == 1 ? " pays " : " pay ");
            number(Text.money(verdict.arr().get()), "segments");
            text(" a year. ");
        } else {
            text("; what they pay a year is not known. ");
        }
    }

    private void kept(Kept kept) {
        text("GRR is ");
        number(Text.percentExactly(kept.share()), "retention");
        kept.standing().ifPresentOrElse(standing -> against(kept, standing), () -> text(", without a target"));
        if (verdict.net().isPresent()) {
            text("; NRR is ");
            number(Text.percentExactly(verdict.net().getAsDouble()), "retention");
        }
        text(". ");
    }

    private void against(Kept kept, Kept.Standing standing) {
        text(" against a target of ");
        number(Text.percentExactly(kept.target().orElseThrow()), "retention");
        switch (standing) {
            case HELD -> text(", which is held");
            case MISSED -> text(", which is missed");
            case CANNOT_TELL ->
                kept.range().ifPresentOrElse(this::either, () -> text(": whether that is held cannot be told"));
        }
    }

    private void either(Interval range) {
        text(": with so few customers it may as well be ");
        number(Text.percent(range.low()), "retention");
        text(" or ");
        number(Text.percent(range.high()), "retention");
    }

    private void decided(Money decided) {
        number(Text.money(decided), "decisions");
        text((verdict.arr().isPresent() ? " of it" : "") + " is decided within "
                + Text.count(verdict.days(), "day", "days") + ". ");
    }

    private void loss(Money loss) {
        text("We expect to lose ");
        number(Text.money(loss), "at-risk");
        text((verdict.decided().isPresent() ? " of that" : " of what they would still bring") + " if nothing is done");
        if (verdict.saveable().isPresent()) {
            text(", and can save ");
            number(Text.money(verdict.saveable().get()), "at-risk");
        }
        text(".");
    }

    /** How many are in the bands below the best one, and what they pay; said where no decision is ahead. */
    private void health() {
        BandStyles styles = new BandStyles(plan.bands());
        List<String> bands =
                styles.codes().stream().filter(band -> !styles.isBest(band)).toList();
        for (int i = 0; i < bands.size(); i++) {
            text(i == 0 ? "By health, " : ", ");
            number(health(bands.get(i)), "segments");
        }
        text(bands.isEmpty() ? "" : ". ");
    }

    private String health(String band) {
        int customers = 0;
        Money arr = Money.zero(plan.currency());
        for (SegmentLine line : plan.segments()) {
            customers += line.customersByBand().getOrDefault(band, 0);
            arr = arr.plus(line.arrByBand().getOrDefault(band, Money.zero(plan.currency())));
        }
        String paying = verdict.arr().isPresent() ? " (" + Text.money(arr) + ")" : "";
        return Text.count(customers, "is", "are") + " " + band + paying;
    }
}
