package dev.rapport.engagement.page;

import dev.rapport.engagement.forecast.BridgeStep.Part;
import dev.rapport.engagement.forecast.ForecastReview;
import dev.rapport.engagement.model.Verdict;
import dev.rapport.engagement.overview.DecisionMonth;
import dev.rapport.engagement.overview.DecisionMonth.Fate;
import dev.rapport.engagement.overview.Kept;
import dev.rapport.engagement.overview.PlanBridge;
import dev.rapport.engagement.overview.PlanOverview;
import dev.rapport.engagement.overview.PlanTrust;
import dev.rapport.engagement.overview.SegmentRow;
import dev.rapport.engagement.overview.SegmentRow.Payback;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.segmentation.segment.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.joda.money.Money;

/** The first screen: every number on it leads to where it is from. */
final class OverviewModel {

    private static final double LEAST_SHARE = 0.001;
    private static final String RANGE = "\u2013";

    private final Plan plan;
    private final PlanOverview overview;
    private final CustomerLinks customers;
    private final Set<String> places;
    private final boolean knowsArr;

    /** With the sections of the page, to which numbers may lead. */
    OverviewModel(Plan plan, CustomerLinks customers, Set<String> places) {
        this.plan = plan;
        this.places = Set.copyOf(places);
        this.overview = PlanOverview.of(plan);
        this.customers = customers;
        this.knowsArr = PlanModel.knowsArr(plan) || plan.customers().isEmpty();
    }

    Map<String, Object> fill() {
        Map<String, Object> model = new HashMap<>();
        model.put("verdict", new VerdictWords(plan, overview.verdict()).parts());
        model.putAll(new ProposalsModel(plan, overview, customers, knowsArr).fill());
        model.put("hasArr", knowsArr);
        model.put("hasEconomics", plan.economics().value().isPresent());
        model.put("hasKept", plan.retention().value().isPresent());
        model.put("hasTargets", hasTargets());
        model.put("currency", plan.currency().getCode());
        model.put("segments", segments());
        model.put("whole", row(overview.whole(), overview.segments().size()));
        model.put("wanting", wanting());
        overview.months().value().ifPresent(months -> model.put("months", chart(months)));
        if (knowsArr) {
            overview.bridge().ifPresent(bridge -> model.put("bridge", bridge(bridge)));
            model.put("noBridge", "There is no earlier plan to compare with.");
        } else {
            model.put("noBridge", "What anybody pays a year is not known, so that no sum can have changed.");
        }
        model.put("trust", trust(overview.trust()));
        return model;
    }

    /** Amounts are rounded so that those that are shown sum to the total that is shown. */
    private List<Map<String, Object>> segments() {
        List<SegmentRow> segments = overview.segments();
        List<String> arr =
                WholeAmounts.of(segments.stream().map(SegmentRow::arr).toList());
        List<String> margins = WholeAmounts.of(segments.stream()
                .map(row -> row.margin().orElse(Money.zero(plan.currency())))
                .toList());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SegmentRow row : segments) {
            Map<String, Object> model = row(row, rows.size());
            model.put("size", knowsArr ? arr.get(rows.size()) : Text.grouped(row.customers()));
            model.put("margin", row.margin().isPresent() ? margins.get(rows.size()) : "");
            rows.add(model);
        }
        return rows;
    }

    private Map<String, Object> row(SegmentRow row, int position) {
        Map<String, Object> model = new HashMap<>();
        boolean isWhole = position == overview.segments().size();
        model.put("name", isWhole ? "All" : row.segment().map(Segment::name).orElse("In no segment"));
        model.put("position", position);
        String place = isWhole || row.move().isEmpty() ? "segments" : "economics-" + position;
        model.put("place", place);
        model.put("hasCustomers", row.customers() > 0 && !isWhole);
        model.put("size", knowsArr ? Text.grouped(PlanModel.size(row.arr())) : Text.grouped(row.customers()));
        model.put("hasKept", plan.retention().value().isPresent());
        model.put("hasTargets", hasTargets());
        row.kept().ifPresent(kept -> model.put("kept", Text.percent(kept.share())));
        model.put("range", row.kept().map(OverviewModel::range).orElse(""));
        model.put("target", row.kept().map(OverviewModel::target).orElse(""));
        row.kept()
                .flatMap(Kept::standing)
                .ifPresent(standing ->
                        model.put("standing", Map.of("word", Text.words(standing), "style", style(standing))));
        model.put("hasEconomics", plan.economics().value().isPresent());
        model.put("hasCost", row.costToServe().isPresent());
        model.put("costShare", share(row.costShare()));
        model.put("margin", row.margin().map(PlanModel::size).map(Text::grouped).orElse(""));
        row.payback().ifPresent(payback -> model.put("pays", pays(payback, place)));
        row.move()
                .ifPresent(move -> model.put(
                        "move",
                        Map.of("text", ActionWords.move(move), "place", places.contains("models") ? "models" : place)));
        return model;
    }

    private boolean hasTargets() {
        return overview.segments().stream()
                .anyMatch(row ->
                        row.kept().filter(kept -> kept.target().isPresent()).isPresent());
    }

    private static String range(Kept kept) {
        return kept.range()
                .map(range -> Text.grouped(range.low() * 100) + RANGE + Text.grouped(range.high() * 100))
                .orElse("");
    }

    private static String target(Kept kept) {
        return kept.target().isPresent() ? Text.percent(kept.target().getAsDouble()) : "none set";
    }

    private static String style(Kept.Standing standing) {
        return switch (standing) {
            case HELD -> "green";
            case MISSED -> "red";
            case CANNOT_TELL -> "unknown";
        };
    }

    private static Map<String, Object> pays(Payback payback, String place) {
        String style = switch (payback.verdict()) {
            case PAYS -> "green";
            case DOES_NOT_PAY -> "red";
            case CANNOT_TELL -> "unknown";
        };
        return Map.of("verdict", verdict(payback.verdict()), "style", style, "because", why(payback), "place", place);
    }

    private static String verdict(Verdict verdict) {
        return verdict == Verdict.DOES_NOT_PAY ? "does not" : Text.words(verdict);
    }

    private static String why(Payback payback) {
        return payback.low().isPresent() && payback.high().isPresent()
                ? "after customer success " + Text.percent(payback.low().getAsDouble())
                        + " of ARR remain if as little is" + " kept as may be, "
                        + Text.percent(payback.high().getAsDouble()) + " if as much"
                : "what is kept in a year, or what it costs, is not known well enough";
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? Text.percentExactly(share.getAsDouble()) : "";
    }

    /** Why columns are not there. */
    private String wanting() {
        List<String> words = new ArrayList<>();
        if (plan.economics().value().isEmpty()) {
            words.add(
                    "Nobody feeds engagement models and organisation: what it costs and whether it pays cannot be told.");
        }
        if (plan.retention().value().isEmpty()) {
            words.add("Nobody feeds contracts: how much is kept cannot be told.");
        }
        return String.join(" ", words);
    }

    private String chart(List<DecisionMonth> months) {
        List<Fate> shown = new ArrayList<>(List.of(Fate.SAFE, Fate.AT_RISK, Fate.TOO_LATE));
        if (months.stream().anyMatch(month -> month.arr(Fate.NOT_KNOWN).isPositive())) {
            shown.add(Fate.NOT_KNOWN);
        }
        List<Series> series = shown.stream()
                .map(fate -> new Series(Text.words(fate), style(fate)))
                .toList();
        List<Group> groups = months.stream()
                .map(month -> new Group(
                        month.month().toString(),
                        shown.stream()
                                .map(fate -> PlanModel.size(month.arr(fate)))
                                .toList()))
                .toList();
        return new Chart("ARR by month of decision, in " + plan.currency(), series, Text::compact).columns(groups);
    }

    private static String style(Fate fate) {
        return switch (fate) {
            case SAFE -> "green";
            case AT_RISK -> "yellow";
            case TOO_LATE -> "red";
            case NOT_KNOWN -> "unknown";
        };
    }

    private Map<String, Object> bridge(PlanBridge known) {
        Map<String, Object> model = new HashMap<>();
        ArrBridge bridge = known.bridge();
        model.put("currency", bridge.opening().getCurrencyUnit().getCode());
        model.put("from", bridge.from().toString());
        model.put("to", bridge.to().toString());
        model.put("opening", Text.grouped(PlanModel.size(bridge.opening())));
        model.put("closing", Text.grouped(PlanModel.size(bridge.closing())));
        model.put(
                "steps",
                known.steps().stream()
                        .map(step -> Map.of(
                                "name", name(step.part()),
                                "happened", signed(PlanModel.size(step.happened()))))
                        .toList());
        known.review().ifPresent(review -> model.put("forecast", forecast(review)));
        if (known.review().isEmpty()) {
            model.put(
                    "noForecast",
                    "What was to be expected then cannot be told: nobody feeds "
                            + ProposalsModel.fields(plan.forecast().missing()) + ".");
        }
        return model;
    }

    private static Map<String, Object> forecast(ForecastReview review) {
        return Map.of(
                "opening", Text.grouped(PlanModel.size(review.opening())),
                "steps",
                        review.steps().stream()
                                .map(step -> step.forecast()
                                        .map(PlanModel::size)
                                        .map(OverviewModel::signed)
                                        .orElse("not forecast"))
                                .toList(),
                "closing", Text.grouped(PlanModel.size(review.expectedClosing())),
                "range",
                        Text.compact(PlanModel.size(review.worstClosing()))
                                + RANGE
                                + Text.compact(PlanModel.size(review.bestClosing())));
    }

    private static String name(Part part) {
        return part == Part.CURRENCY ? "exchange rates" : Text.words(part);
    }

    private static String signed(double size) {
        String text = Text.grouped(Math.abs(size));
        return text.equals("0") ? text : (size < 0 ? "\u2212" : "+") + text;
    }

    private List<Map<String, Object>> trust(PlanTrust trust) {
        List<Map<String, Object>> parts = new ArrayList<>();
        parts.add(part(
                trust.shareWithoutHealth().isPresent()
                        ? small(trust.shareWithoutHealth().getAsDouble()) + " of ARR without health"
                        : Text.count(trust.customersWithoutHealth(), "customer", "customers") + " without health",
                "data"));
        if (trust.customersWithoutArr() > 0) {
            parts.add(part(
                    Text.count(trust.customersWithoutArr(), "customer", "customers") + " without known ARR", "data"));
        }
        parts.add(part(Text.count(trust.rowsRejected(), "row", "rows") + " rejected", "data"));
        parts.add(
                trust.customersWithoutOwner().isPresent()
                        ? part(
                                Text.count(trust.customersWithoutOwner().getAsInt(), "customer", "customers")
                                        + " without an owner",
                                "team")
                        : part("who looks after whom is not fed", "left-out"));
        return parts;
    }

    /** A share of which something is left when it is rounded. */
    private static String small(double share) {
        return share > 0 && share < LEAST_SHARE
                ? "less than " + Text.percentExactly(LEAST_SHARE)
                : Text.percentExactly(share);
    }

    private static Map<String, Object> part(String text, String place) {
        return Map.of("text", text, "place", place);
    }
}
