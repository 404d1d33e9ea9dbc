package dev.rapport.engagement.plan;

import dev.rapport.health.HealthAttributes;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.change.HealthChange;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.decision.ScoreChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What changed between two dates.
 *
 * @param bridge  how the recurring revenue came from one to the other
 * @param bands  how many customers moved from one health band to another, by the two bands; those who stayed included
 * @param movers  the customers whose score moved, most first, each with the reasons
 */
public record PlanChanges(ArrBridge bridge, Map<BandMove, Integer> bands, List<Mover> movers) {

    private static final String NONE = "none";
    private static final String UNKNOWN = "UNKNOWN";
    private static final int MOVERS = 50;

    /**
     * A way between two bands; a customer who was not there yet, or is no more, has none on that side.
     *
     * @param from  the earlier band, or {@code none}
     * @param to  the later band, or {@code none}
     */
    public record BandMove(String from, String to) {}

    /** Why a score moved. */
    public enum Reason {
        /** The data changed, or what a bound rests on. */
        DATA,
        /** The policy is another one. */
        POLICY,
        /** Data went missing, or came back. */
        AVAILABILITY,
        /** Somebody stated another value, or ceased to. */
        OVERRIDE;

        private static Reason of(ScoreChange.Part part) {
            return switch (part.steps().get(part.steps().size() - 1).kind()) {
                case DATA, BOUND -> DATA;
                case POLICY -> POLICY;
                case AVAILABILITY -> AVAILABILITY;
                case OVERRIDE -> OVERRIDE;
            };
        }
    }

    /**
     * A customer whose score moved.
     *
     * @param customerId  the customer
     * @param change  from where to where, and why
     */
    public record Mover(String customerId, HealthChange change) {

        /**
         * How far one reason moved the score. A part with steps of several kinds counts for the last of them.
         *
         * @param reason  the reason
         * @param counts  which parts count, such as those that may be shown
         * @return the sum in points, 0 if there is none
         */
        public double points(Reason reason, Predicate<ScoreChange.Part> counts) {
            return change.parts().stream()
                    .filter(part -> Reason.of(part) == reason && counts.test(part))
                    .mapToDouble(ScoreChange.Part::points)
                    .sum();
        }

        private double size() {
            return Math.abs(change.points().orElse(0));
        }
    }

    /** Compares two cuts of the same facts under the same policies, each under what is in force on its day. */
    static PlanChanges between(DecidedBook decidedThen, DecidedBook decidedNow, Reckoning reckoning) {
        Book then = decidedThen.book();
        Book now = decidedNow.book();
        Map<BandMove, Integer> moves =
                new TreeMap<>(Comparator.comparing(BandMove::from).thenComparing(BandMove::to));
        HealthStrategy strategy = HealthOfCuts.of(decidedThen, decidedNow);
        List<Mover> movers = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(then.customerIds());
        ids.addAll(now.customerIds());
        for (String id : ids) {
            Optional<CustomerView> before = then.find(id);
            Optional<CustomerView> after = now.find(id);
            moves.merge(new BandMove(band(before), band(after)), 1, Integer::sum);
            if (before.isPresent() && after.isPresent()) {
                movers.add(
                        new Mover(id, HealthChange.between(strategy, before.get(), after.get(), decidedNow.memory())));
            }
        }
        movers.removeIf(mover -> !(mover.size() > 0));
        movers.sort(Comparator.comparingDouble(Mover::size).reversed().thenComparing(Mover::customerId));
        return new PlanChanges(
                ArrBridge.between(decidedThen.cut(), decidedNow.cut(), reckoning),
                Collections.unmodifiableMap(new LinkedHashMap<>(moves)),
                List.copyOf(movers.subList(0, Math.min(MOVERS, movers.size()))));
    }

    private static String band(Optional<CustomerView> view) {
        return view.map(customer -> customer.find(HealthAttributes.BAND).orElse(UNKNOWN))
                .orElse(NONE);
    }
}
