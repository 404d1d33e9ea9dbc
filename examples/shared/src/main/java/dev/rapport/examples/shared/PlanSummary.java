package dev.rapport.examples.shared;

import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.CoverageFinding;
import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.escalation.Recurrence;
import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.plan.ArrBridge;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.engagement.plan.Section;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.health.risk.AtRisk;
import dev.rapport.segmentation.segment.Segment;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** A plan on one screen of a terminal. */
public final class PlanSummary {

    private static final int WIDTH = 99;
    private static final int RISKS = 5;

    private final Plan plan;
    private final List<String> lines = new ArrayList<>();

    private PlanSummary(Plan plan) {
        this.plan = plan;
    }

    /** The lines of the summary, each short enough for a terminal. */
    public static List<String> of(Plan plan) {
        PlanSummary summary = new PlanSummary(plan);
        summary.headline();
        summary.segments();
        summary.atRisk();
        summary.decisions();
        summary.team();
        summary.escalations();
        summary.changes();
        summary.data();
        return summary.lines.stream().map(line -> shortened(line, WIDTH)).toList();
    }

    private void headline() {
        lines.add(String.format(
                Locale.ROOT,
                "Plan as of %s (end of day, %s): %d customers, ARR %s",
                plan.date(), plan.zone(), plan.customers().size(), money(plan.arr())));
        lines.add("");
    }

    private void segments() {
        lines.add(String.format(
                Locale.ROOT,
                "%-11s %6s %8s  %-18s %-10s %7s %7s  %s",
                "Segment", "cust.", "ARR", bandNames(), "model", "cost", "margin", "verdict"));
        for (SegmentLine line : plan.segments()) {
            String bands = line.customersByBand().values().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining("/"));
            String money = line.economics().map(PlanSummary::economics).orElse("");
            lines.add(String.format(
                    Locale.ROOT,
                    "%-11s %6d %8s  %-18s %s",
                    shortened(line.segment().map(Segment::name).orElse("(none)"), 11),
                    line.customers().size(),
                    compact(line.arr()),
                    bands,
                    money));
        }
        missing("cost and margin", plan.economics());
    }

    private String bandNames() {
        return plan.segments().isEmpty()
                ? "bands"
                : shortened(
                        String.join("/", plan.segments().get(0).customersByBand().keySet())
                                .toLowerCase(Locale.ROOT)
                                .replace("unknown", "?"),
                        18);
    }

    private static String economics(SegmentEconomics row) {
        return String.format(
                Locale.ROOT,
                "%-10s %7s %7s  %s",
                shortened(row.model(), 10),
                row.costToServe().map(PlanSummary::compact).orElse("?"),
                row.marginShare().isPresent() ? percent(row.marginShare().getAsDouble()) : "?",
                row.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private void atRisk() {
        lines.add("");
        plan.atRisk().value().ifPresent(list -> {
            lines.add(String.format(
                    Locale.ROOT,
                    "At risk: %d customers decide within %d days, %s expected to be lost",
                    list.lines().size(), plan.horizonDays(), compact(list.expectedLoss(list.lines()))));
            for (AtRisk line : list.lines().subList(0, Math.min(RISKS, list.lines().size()))) {
                CustomerLine customer = plan.find(line.customerId()).orElseThrow();
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-28s %-8s risk %4s of %9s, decides in %3d days",
                        shortened(customer.name().orElse(line.customerId()), 28),
                        customer.health().band(),
                        percent(line.probability()),
                        compact(line.arr()),
                        line.daysToDecision()));
            }
        });
        missing("at-risk list", plan.atRisk());
    }

    private void decisions() {
        plan.decisions().value().ifPresent(decisions -> {
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT,
                    "Decisions: %d within %d days (%s), %d notice deadlines missed",
                    decisions.ahead().size(),
                    plan.horizonDays(),
                    compact(arr(decisions)),
                    decisions.missed().size()));
            for (DecisionAhead missed : decisions.missed()) {
                lines.add("  missed: " + missed.customerId() + " on " + missed.date() + ", " + missed.reason());
            }
        });
        missing("decisions", plan.decisions());
    }

    private Money arr(DecisionsAhead decisions) {
        Money sum = Money.zero(plan.currency());
        for (DecisionAhead decision : decisions.ahead()) {
            sum = decision.arr().isPresent() ? sum.plus(decision.arr().get()) : sum;
        }
        return sum;
    }

    private void team() {
        plan.coverage().value().ifPresent(coverage -> {
            lines.add("");
            lines.add("Team: " + overloaded(coverage) + "; " + findings(coverage));
        });
        missing("coverage", plan.coverage());
    }

    private static String overloaded(Coverage coverage) {
        String names = coverage.loads().stream()
                .filter(MemberLoad::isOverloaded)
                .map(load -> load.memberId() + " "
                        + (load.share().isPresent() ? percent(load.share().getAsDouble()) : ""))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nobody overloaded" : "overloaded " + names;
    }

    private static String findings(Coverage coverage) {
        Map<String, Long> kinds = coverage.findings().stream()
                .map(CoverageFinding::kind)
                .collect(Collectors.groupingBy(
                        kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        TreeMap::new,
                        Collectors.counting()));
        return kinds.isEmpty()
                ? "no gaps in ownership"
                : kinds.entrySet().stream()
                        .map(kind -> kind.getValue() + " " + kind.getKey())
                        .collect(Collectors.joining(", "));
    }

    private void escalations() {
        plan.escalations().value().ifPresent(report -> {
            String open = report.recurrences().stream()
                    .filter(recurrence -> recurrence.open() > 0)
                    .limit(4)
                    .map(PlanSummary::recurrence)
                    .collect(Collectors.joining("; "));
            lines.add("Escalate: " + (open.isEmpty() ? "nothing is open" : open));
        });
        missing("escalations", plan.escalations());
    }

    private static String recurrence(Recurrence recurrence) {
        return recurrence.cause() + " -> " + recurrence.department().orElse("?") + " (" + recurrence.customers() + " cust.)";
    }

    private void changes() {
        plan.changes().ifPresent(changes -> {
            ArrBridge bridge = changes.bridge();
            lines.add("");
            lines.add("ARR since " + bridge.from() + ": " + compact(bridge.start()) + " + won "
                    + compact(bridge.total(ArrBridge.Kind.WON)) + " + expanded "
                    + compact(bridge.total(ArrBridge.Kind.EXPANDED)) + " - contracted "
                    + compact(bridge.total(ArrBridge.Kind.CONTRACTED)) + " - lost "
                    + compact(bridge.total(ArrBridge.Kind.LOST)) + " + currency " + compact(bridge.currency()) + " = "
                    + compact(bridge.end()));
        });
    }

    private void data() {
        lines.add("");
        for (Remark remark : plan.remarks()) {
            lines.add("Data: " + remark.text());
        }
        long unknown = plan.customers().stream()
                .filter(line -> !line.health().isKnown())
                .count();
        lines.add("Trust: " + unknown + " customers without health, " + plan.failures().size() + " failures");
    }

    private void missing(String what, Section<?> section) {
        if (!section.missing().isEmpty()) {
            lines.add("(" + what + ": missing " + String.join(", ", section.missing()) + ")");
        }
    }

    private static String money(Money amount) {
        return amount.getCurrencyUnit().getCode() + " "
                + String.format(
                        Locale.ROOT,
                        "%,d",
                        amount.getAmount().setScale(0, RoundingMode.HALF_EVEN).longValue());
    }

    private static String compact(Money amount) {
        double size = amount.getAmount().doubleValue();
        if (Math.abs(size) >= 999_500) {
            return String.format(Locale.ROOT, "%.2f M", size / 1e6);
        }
        return String.format(Locale.ROOT, "%.0f k", size / 1e3);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static String shortened(String text, int most) {
        String visible = text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() <= most ? visible : visible.substring(0, most - 1) + "…";
    }
}
