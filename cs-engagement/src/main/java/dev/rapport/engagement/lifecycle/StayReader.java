package dev.rapport.engagement.lifecycle;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.Touchpoint;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a customer's stays with what their stages ask for. Those in unknown stages or that never began are left out. */
final class StayReader {

    private final LifeCycle policy;
    private final CustomerView view;
    private final LocalDate today;
    private final EvidenceReader evidence;
    private final boolean knowsTouchpoints;

    StayReader(LifeCycle policy, CustomerView view, Set<SeriesKey<?>> fed) {
        this.policy = policy;
        this.view = view;
        this.today = view.date();
        this.evidence = new EvidenceReader(view, fed);
        this.knowsTouchpoints = fed.contains(Touchpoint.SERIES);
    }

    /** The stays by product, then day. */
    List<List<Stay>> read() {
        Map<String, List<StageEntry>> byProduct = new TreeMap<>();
        for (StageEntry stay : view.series(StageEntry.SERIES)) {
            boolean isOrdered =
                    stay.leftOn().map(left -> !left.isBefore(stay.enteredOn())).orElse(true);
            if (isOrdered
                    && policy.position(stay.stage()) >= 0
                    && !stay.enteredOn().isAfter(today)) {
                byProduct
                        .computeIfAbsent(stay.product().orElse(""), absent -> new ArrayList<>())
                        .add(stay);
            }
        }
        List<List<Stay>> ways = new ArrayList<>();
        for (List<StageEntry> way : byProduct.values()) {
            way.sort(Comparator.comparing(StageEntry::enteredOn).thenComparing(StageEntry::id));
            List<Stay> stays = new ArrayList<>();
            for (int i = 0; i < way.size(); i++) {
                boolean isLast = i == way.size() - 1;
                stays.add(stay(way.get(i), isLast ? Optional.empty() : Optional.of(way.get(i + 1))));
            }
            ways.add(List.copyOf(stays));
        }
        return List.copyOf(ways);
    }

    private Stay stay(StageEntry stay, Optional<StageEntry> next) {
        Stage stage = policy.find(stay.stage()).orElseThrow();
        LocalDate entered = stay.enteredOn();
        Optional<LocalDate> left = stay.leftOn().filter(day -> !day.isAfter(today));
        LocalDate end = left.orElse(today);
        Stay.Builder built = Stay.builder()
                .customerId(view.customerId())
                .product(stay.product())
                .stage(stage)
                .enteredOn(entered)
                .leftOn(left)
                .next(left.isPresent() ? next.map(StageEntry::stage) : Optional.empty())
                .days((int) ChronoUnit.DAYS.between(entered, end))
                .owner(owner(stage.accountable(), left.isPresent() ? end.minusDays(1) : end))
                .entry(evidence.check(stage.entry(), LocalDate.MIN, entered))
                .exit(evidence.check(stage.exit(), entered, end))
                .handOff(evidence.check(stage.handOff(), entered, end));
        if (knowsTouchpoints) {
            stage.touchpoints()
                    .forEach(promise -> built.putDelivered(
                            promise.kind(), evidence.count(Optional.of(promise.kind()), entered, end)));
        }
        return built.build();
    }

    private Optional<String> owner(String role, LocalDate day) {
        return view.series(Ownership.SERIES).stream()
                .filter(owner -> owner.role().equals(role) && owner.isOn(day))
                .min(Comparator.comparing(Ownership::from).thenComparing(Ownership::owner))
                .map(Ownership::owner);
    }
}
