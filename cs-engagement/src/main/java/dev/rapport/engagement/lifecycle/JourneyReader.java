package dev.rapport.engagement.lifecycle;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.decision.Explanation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a customer's stays product by product. */
final class JourneyReader {

    private static final Comparator<StageEntry> IN_ORDER =
            Comparator.comparing(StageEntry::enteredOn).thenComparing(StageEntry::id);

    private final LifeCycle policy;
    private final String customerId;
    private final LocalDate today;
    private final List<CurrentStage> currentStages = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private JourneyReader(LifeCycle policy, String customerId, LocalDate today) {
        this.policy = policy;
        this.customerId = customerId;
        this.today = today;
    }

    static Journey read(LifeCycle policy, CustomerView view) {
        JourneyReader reader = new JourneyReader(policy, view.customerId(), view.date());
        Map<String, List<StageEntry>> byProduct = new TreeMap<>();
        for (StageEntry stay : view.series(StageEntry.SERIES)) {
            if (!stay.enteredOn().isAfter(view.date())) {
                byProduct
                        .computeIfAbsent(stay.product().orElse(""), absent -> new ArrayList<>())
                        .add(stay);
            }
        }
        byProduct.forEach((product, stays) -> {
            stays.sort(IN_ORDER);
            reader.read(product.isEmpty() ? Optional.empty() : Optional.of(product), stays);
        });
        reader.findings.sort(
                Comparator.comparing((Finding finding) -> finding.product().orElse(""))
                        .thenComparing(Finding::on)
                        .thenComparing(Finding::kind));
        return new Journey(view.customerId(), List.copyOf(reader.currentStages), List.copyOf(reader.findings));
    }

    private void read(Optional<String> product, List<StageEntry> stays) {
        Optional<StageEntry> previous = Optional.empty();
        Optional<StageEntry> longest = Optional.empty();
        for (StageEntry stay : stays) {
            checkAlone(product, stay);
            previous.ifPresent(before -> checkOrder(product, before, stay));
            longest.ifPresent(before -> checkDays(product, before, stay));
            previous = Optional.of(stay);
            longest = longest.filter(before -> end(before).isAfter(end(stay))).or(() -> Optional.of(stay));
        }
        StageEntry last = stays.get(stays.size() - 1);
        Optional<StageEntry> current =
                stays.stream().filter(stay -> isOn(stay, today)).reduce((earlier, later) -> later);
        if (current.isPresent()) {
            StageEntry stay = current.get();
            policy.find(stay.stage()).ifPresent(stage -> currentStages.add(currentStage(product, stage, stay)));
        } else {
            LocalDate left = stays.stream()
                    .map(stay -> stay.leftOn().orElse(stay.enteredOn()))
                    .max(Comparator.naturalOrder())
                    .orElse(today);
            add(
                    product,
                    Finding.Kind.NO_STAGE,
                    left,
                    last.stage() + " was left on " + left + " and no stage entered since");
        }
    }

    private static LocalDate end(StageEntry stay) {
        return stay.leftOn().orElse(LocalDate.MAX);
    }

    private static boolean isOn(StageEntry stay, LocalDate date) {
        return !stay.enteredOn().isAfter(date) && end(stay).isAfter(date);
    }

    private void checkAlone(Optional<String> product, StageEntry stay) {
        if (policy.position(stay.stage()) < 0) {
            add(
                    product,
                    Finding.Kind.UNKNOWN_STAGE,
                    stay.enteredOn(),
                    "stage " + stay.stage() + " is not in the life cycle");
        }
        if (end(stay).isBefore(stay.enteredOn())) {
            add(
                    product,
                    Finding.Kind.LEFT_BEFORE_ENTERED,
                    stay.enteredOn(),
                    stay.stage() + " was entered on " + stay.enteredOn() + " and left on " + end(stay));
        }
    }

    private void checkDays(Optional<String> product, StageEntry previous, StageEntry stay) {
        LocalDate left = end(previous);
        LocalDate entered = stay.enteredOn();
        if (left.isBefore(entered)) {
            String gap = days(ChronoUnit.DAYS.between(left, entered));
            add(
                    product,
                    Finding.Kind.GAP,
                    left,
                    "in no stage for " + gap + " between " + previous.stage() + " and " + stay.stage() + ", until "
                            + entered);
        } else if (left.isAfter(entered)) {
            add(
                    product,
                    Finding.Kind.OVERLAP,
                    entered,
                    stay.stage() + " was entered before " + previous.stage() + " was left");
        }
    }

    /** From the last stage the way begins anew, with whatever stage; elsewhere it goes on by one. */
    private void checkOrder(Optional<String> product, StageEntry previous, StageEntry stay) {
        String way = "from " + previous.stage() + " to " + stay.stage();
        int from = policy.position(previous.stage());
        int to = policy.position(stay.stage());
        if (from >= 0 && to > from + 1) {
            List<String> skipped = policy.stages().subList(from + 1, to).stream()
                    .map(Stage::id)
                    .toList();
            add(product, Finding.Kind.SKIPPED, stay.enteredOn(), way + " without " + String.join(", ", skipped));
        } else if (to >= 0 && to < from && from < policy.stages().size() - 1) {
            add(product, Finding.Kind.BACK, stay.enteredOn(), "back " + way);
        }
    }

    private CurrentStage currentStage(Optional<String> product, Stage stage, StageEntry stay) {
        int days = (int) ChronoUnit.DAYS.between(stay.enteredOn(), today);
        boolean stuck =
                stage.expectedDays().isPresent() && days > stage.expectedDays().getAsInt() * policy.stuckFactor();
        return CurrentStage.builder()
                .customerId(customerId)
                .product(product)
                .stage(stage)
                .since(stay.enteredOn())
                .days(days)
                .stuck(stuck)
                .reasons(reasons(stage, days, stuck))
                .build();
    }

    private Explanation reasons(Stage stage, int days, boolean stuck) {
        String code = "life-cycle." + stage.id();
        if (stage.expectedDays().isEmpty()) {
            return Explanation.stated(code, Double.NaN, "for " + days(days) + " in a stage to stay in");
        }
        int expected = stage.expectedDays().getAsInt();
        String reason = "for " + days(days) + ", expected " + expected
                + (stuck ? "; stuck, for it is more than " : "; not stuck up to ") + policy.stuckFactor()
                + " times as long; accountable: " + stage.accountable() + " in " + stage.department();
        return Explanation.stated(code, (double) days / expected, reason);
    }

    private void add(Optional<String> product, Finding.Kind kind, LocalDate on, String text) {
        findings.add(Finding.builder()
                .customerId(customerId)
                .product(product)
                .kind(kind)
                .on(on)
                .text(text)
                .build());
    }

    private static String days(long count) {
        return count == 1 ? "1 day" : count + " days";
    }
}
