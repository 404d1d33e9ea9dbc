package dev.rapport.examples.shared;

import static dev.rapport.examples.shared.SummaryText.compact;
import static dev.rapport.examples.shared.SummaryText.counted;
import static dev.rapport.examples.shared.SummaryText.money;
import static dev.rapport.examples.shared.SummaryText.percent;
import static dev.rapport.examples.shared.SummaryText.shortened;
import static dev.rapport.examples.shared.SummaryText.visible;

import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.CoverageFinding;
import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.escalation.Recurrence;
import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.engagement.plan.Section;
import dev.rapport.engagement.plan.SegmentLine;
import dev.rapport.engagement.time.MemberTime;
import dev.rapport.engagement.time.TimeSpent;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.family.Succession;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** A plan on one screen of a terminal. */
public final class PlanSummary {

    private static final int WIDTH = 99;
    private static final int RISKS = 5;
    private static final int DECISIONS = 3;
    private static final int CAUSES = 3;
    private static final int REMARKS = 10;

    private final Plan plan;
    private final boolean withoutContracts;
    private final List<String> lines = new ArrayList<>();

    private PlanSummary(Plan plan) {
        this.plan = plan;
        this.withoutContracts = !plan.customers().isEmpty()
                && plan.customers().stream().allMatch(line -> line.arr().isEmpty())
                && plan.book().provides().attributes().contains(StandardAttributes.PURCHASES_AMOUNT_365D);
    }

    /** The lines of the summary, each short enough for a terminal. */
    public static List<String> of(Plan plan) {
        PlanSummary summary = new PlanSummary(plan);
        summary.headline();
        summary.segments();
        summary.atRisk();
        summary.alerts();
        summary.decisions();
        summary.team();
        summary.journeys();
        summary.changes();
        summary.data();
        return List.copyOf(summary.lines);
    }

    private void headline() {
        Money sum = withoutContracts ? bought(plan.customers()) : plan.arr();
        String what = withoutContracts ? "bought for " + money(sum) + " in a year" : "ARR " + money(sum);
        addWrapped(
                "",
                "Plan as of " + plan.date() + " (end of day, " + plan.zone() + "): "
                        + counted(plan.customers().size(), "customer") + ", " + what);
        if (plan.customers().isEmpty()) {
            addWrapped("", "Nobody is a customer on that day.");
        }
    }

    private void segments() {
        if (plan.customers().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(String.format(
                        Locale.ROOT,
                        "%-13s %6s %8s  %-18s %s",
                        "Segment",
                        "cust.",
                        withoutContracts ? "bought" : "ARR",
                        bandNames(),
                        plan.economics().value().isPresent()
                                ? String.format(Locale.ROOT, "%-10s %7s %6s  %s", "model", "cost", "margin", "verdict")
                                : "")
                .stripTrailing());
        for (SegmentLine line : plan.segments()) {
            String bands = line.customersByBand().values().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining("/"));
            lines.add(String.format(
                            Locale.ROOT,
                            "%-13s %6d %8s  %-18s %s",
                            shortened(line.segment().map(Segment::name).orElse("(undecided)"), 13),
                            line.customers().size(),
                            compact(withoutContracts ? bought(line.customers()) : line.arr()),
                            bands,
                            line.economics().map(PlanSummary::economics).orElse(""))
                    .stripTrailing());
        }
        missing("Cost and margin", plan.economics());
    }

    private Money bought(List<?> customers) {
        Money sum = Money.zero(plan.currency());
        for (Object customer : customers) {
            String id = customer instanceof CustomerLine line ? line.customerId() : customer.toString();
            Optional<Money> amount =
                    plan.book().find(id).flatMap(view -> view.find(StandardAttributes.PURCHASES_AMOUNT_365D));
            sum = amount.isPresent() ? sum.plus(amount.get()) : sum;
        }
        return sum;
    }

    private String bandNames() {
        return plan.segments().isEmpty()
                ? "bands"
                : shortened(
                        String.join(
                                        "/",
                                        plan.segments().get(0).customersByBand().keySet())
                                .toLowerCase(Locale.ROOT)
                                .replace("unknown", "?"),
                        18);
    }

    private static String economics(SegmentEconomics row) {
        return String.format(
                Locale.ROOT,
                "%-10s %7s %6s  %s",
                shortened(row.model(), 10),
                row.costToServe().map(SummaryText::compact).orElse("?"),
                row.marginShare().isPresent() ? percent(row.marginShare().getAsDouble()) : "?",
                row.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private void atRisk() {
        lines.add("");
        plan.atRisk().value().ifPresent(list -> {
            int all = list.changeable().size();
            addWrapped(
                    "At risk: ",
                    counted(all, "customer") + " can still be kept within " + plan.horizonDays() + " days, "
                            + compact(list.expectedLoss(list.changeable())) + " expected to be lost" + byWhat()
                            + split(list)
                            + (list.lines().size() > RISKS ? "; the first " + RISKS + ":" : ""));
            for (AtRisk line :
                    list.lines().subList(0, Math.min(RISKS, list.lines().size()))) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-30s %-8s risk %4s of %8s, %s%s",
                        shortened(named(line.customerId()), 30),
                        plan.find(line.customerId()).orElseThrow().health().band(),
                        percent(line.probability()),
                        compact(line.atStake()),
                        line.daysToLastSafeDay().isPresent()
                                ? line.daysToLastSafeDay().getAsLong() + " safe days left"
                                : "without a date",
                        line.play().map(play -> ": " + play.code()).orElse("")));
            }
        });
        missing("At-risk list", plan.atRisk());
    }

    /** What the list goes by, where it was asked whether a model can take the place of the rules. */
    private String byWhat() {
        return plan.churnGate()
                .map(gate -> gate.model().isPresent() ? " (by a fitted model)" : " (by rules)")
                .orElse("");
    }

    private static String split(AtRiskList list) {
        List<String> parts = new ArrayList<>();
        if (!list.hours().isEmpty()) {
            parts.add("there are hours for " + list.lines().size() + " of them");
        }
        if (!list.suppressed().isEmpty()) {
            parts.add("a play runs with " + list.suppressed().size());
        }
        return parts.isEmpty() ? "" : "; " + String.join(", ", parts);
    }

    private void alerts() {
        plan.alerts().value().ifPresent(report -> addWrapped("Alerts: ", AlertWords.of(report)));
        missing("Alerts", plan.alerts());
    }

    private String named(String customerId) {
        return plan.find(customerId).flatMap(CustomerLine::name).orElse(customerId);
    }

    private void decisions() {
        plan.decisions().value().ifPresent(decisions -> {
            lines.add("");
            addWrapped(
                    "Decisions: ",
                    decisions.ahead().size() + " within " + plan.horizonDays() + " days ("
                            + compact(arr(decisions.ahead())) + "), "
                            + counted(decisions.missed().size(), "notice deadline")
                            + " missed, " + counted(decisions.leaving().size(), "customer") + " leaving ("
                            + compact(arr(decisions.leaving())) + ")");
            list("  missed: ", decisions.missed());
            list("  leaving: ", decisions.leaving());
        });
        missing("Decisions", plan.decisions());
        GrowthWords.of(plan).forEach((label, words) -> addWrapped(label, words));
    }

    private void list(String label, List<DecisionAhead> decisions) {
        for (DecisionAhead decision : decisions.subList(0, Math.min(DECISIONS, decisions.size()))) {
            addWrapped(
                    label,
                    named(decision.customerId())
                            + decision.arr()
                                    .map(arr -> " (" + compact(arr) + ")")
                                    .orElse("") + ": " + decision.reason());
        }
        if (decisions.size() > DECISIONS) {
            addWrapped(label, "and " + (decisions.size() - DECISIONS) + " more");
        }
    }

    private Money arr(List<DecisionAhead> decisions) {
        Money sum = Money.zero(plan.currency());
        for (DecisionAhead decision : decisions) {
            sum = decision.arr().isPresent() ? sum.plus(decision.arr().get()) : sum;
        }
        return sum;
    }

    private void team() {
        lines.add("");
        plan.coverage()
                .value()
                .ifPresent(coverage -> addWrapped("Team: ", overloaded(coverage) + "; " + findings(coverage)));
        missing("Team", plan.coverage());
        plan.escalations().value().ifPresent(report -> addWrapped("Escalate: ", causes(report.recurrences())));
        missing("Escalations", plan.escalations());
    }

    /** Whose customers need more hours than there are, and who spent more. */
    private String overloaded(Coverage coverage) {
        Map<String, List<String>> overloads = new LinkedHashMap<>();
        for (MemberLoad load : coverage.loads()) {
            if (load.isOverloaded()) {
                add(overloads, load.memberId(), "needs", load.share());
            }
        }
        for (MemberTime member : plan.time().value().map(TimeSpent::members).orElse(List.of())) {
            if (member.isOverloaded()) {
                add(overloads, member.memberId(), "spent", member.share());
            }
        }
        List<String> names = new ArrayList<>();
        overloads.forEach((member, shares) -> names.add(member + " (" + String.join(", ", shares) + " of the hours)"));
        return names.isEmpty() ? "nobody overloaded" : "overloaded " + String.join(", ", names);
    }

    private static void add(Map<String, List<String>> overloads, String member, String what, OptionalDouble share) {
        String much = share.isPresent() ? percent(share.getAsDouble()) : "some";
        overloads.computeIfAbsent(member, absent -> new ArrayList<>()).add(what + " " + much);
    }

    private static String findings(Coverage coverage) {
        Map<CoverageFinding.Kind, Long> kinds = coverage.findings().stream()
                .collect(Collectors.groupingBy(CoverageFinding::kind, TreeMap::new, Collectors.counting()));
        return kinds.isEmpty()
                ? "no gaps in ownership"
                : "ownership: "
                        + kinds.entrySet().stream()
                                .map(kind -> kind.getValue() + " " + words(kind.getKey()))
                                .collect(Collectors.joining(", "));
    }

    private static String words(CoverageFinding.Kind kind) {
        if (kind == CoverageFinding.Kind.OWNER_HAS_LEFT) {
            return "whose owner has left";
        }
        return kind == CoverageFinding.Kind.GAP
                ? "with a gap"
                : "with " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String causes(List<Recurrence> recurrences) {
        List<Recurrence> open =
                recurrences.stream().filter(recurrence -> recurrence.open() > 0).toList();
        String causes = open.stream()
                .limit(CAUSES)
                .map(one -> one.cause() + " to " + one.department().orElse("nobody") + " (" + one.open() + " open, "
                        + counted(one.customers(), "customer") + ")")
                .collect(Collectors.joining("; "));
        String more = open.size() > CAUSES ? "; and " + counted(open.size() - CAUSES, "more cause") : "";
        return open.isEmpty() ? "nothing is open" : causes + more;
    }

    private void journeys() {
        plan.lifeCycle().value().ifPresent(cycle -> addWrapped("Life cycle: ", JourneyWords.of(cycle)));
        missing("Life cycle", plan.lifeCycle());
        plan.voice().value().ifPresent(voice -> addWrapped("Voice: ", JourneyWords.of(voice)));
        missing("Voice", plan.voice());
    }

    private void changes() {
        plan.changes().ifPresent(changes -> {
            ArrBridge bridge = changes.bridge();
            if (bridge.opening().isZero() && bridge.closing().isZero()) {
                return;
            }
            lines.add("");
            addWrapped(
                    "Since " + bridge.from() + ": ",
                    "ARR " + compact(bridge.opening())
                            + change("new", bridge.total(ArrBridge.Kind.NEW))
                            + change("expansion", bridge.total(ArrBridge.Kind.EXPANSION))
                            + change("returned", bridge.total(ArrBridge.Kind.REACTIVATION))
                            + change(
                                    "contraction",
                                    bridge.total(ArrBridge.Kind.CONTRACTION).negated())
                            + change("churn", bridge.total(ArrBridge.Kind.CHURN).negated())
                            + change("pending", bridge.becamePending().negated())
                            + change("currency", bridge.currency())
                            + ", now " + compact(bridge.closing()) + transferred(bridge));
        });
    }

    /** What did not change is not told. */
    private static String change(String what, Money amount) {
        return amount.isZero() ? "" : ", " + what + " " + (amount.isNegative() ? "" : "+") + compact(amount);
    }

    private static String transferred(ArrBridge bridge) {
        Money merged = bridge.transferred(Succession.Kind.MERGER);
        Money split = bridge.transferred(Succession.Kind.SPLIT);
        return bridge.transfers().isEmpty() ? "" : "; merged " + compact(merged) + ", split off " + compact(split);
    }

    private void data() {
        lines.add("");
        List<Remark> remarks = plan.remarks();
        remarks.stream().limit(REMARKS).forEach(remark -> addWrapped("Data: ", remark.text()));
        if (remarks.size() > REMARKS) {
            addWrapped("Data: ", counted(remarks.size() - REMARKS, "more remark") + " in plan.json");
        }
        plan.failures().stream()
                .limit(1)
                .forEach(failure -> addWrapped(
                        "Failed: ",
                        counted(plan.failures().size(), "time") + ", first "
                                + failure.text().lines().findFirst().orElse("")));
        long unknown = plan.customers().stream()
                .filter(line -> !line.health().isKnown())
                .count();
        addWrapped(
                "Trust: ",
                "health is known of " + (plan.customers().size() - unknown) + " of "
                        + counted(plan.customers().size(), "customer"));
    }

    private void missing(String what, Section<?> section) {
        if (!section.missing().isEmpty()) {
            String kind = section.value().isPresent() ? "incomplete" : "left out";
            addWrapped(what + " " + kind + ": ", "missing " + String.join(", ", section.missing()));
        }
    }

    /** Adds a text that may be longer than a line: it is broken at spaces, and continues below its label. */
    private void addWrapped(String label, String text) {
        String indent = " ".repeat(Math.min(label.length(), 11));
        String line = label;
        boolean isEmpty = true;
        for (String word : visible(text).split(" ", -1)) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line);
                line = indent;
                isEmpty = true;
            }
            line = isEmpty ? line + shortened(word, WIDTH - line.length()) : line + " " + word;
            isEmpty = false;
        }
        lines.add(line);
    }
}
