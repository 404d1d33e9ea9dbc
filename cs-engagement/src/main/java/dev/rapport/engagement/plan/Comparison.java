package dev.rapport.engagement.plan;

import dev.rapport.engagement.plan.PlanChanges.BandMove;
import dev.rapport.engagement.plan.PlanChanges.Mover;
import dev.rapport.health.HealthAttributes;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.decision.ScoreChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two cuts of the same facts under the same policies. */
final class Comparison {

    private static final String NONE = "none";
    private static final String UNKNOWN = "UNKNOWN";
    private static final int MOVERS = 50;

    private Comparison() {}

    static PlanChanges of(DecidedBook decidedThen, DecidedBook decidedNow, Reckoning reckoning) {
        Book then = decidedThen.book();
        Book now = decidedNow.book();
        Map<BandMove, Integer> moves =
                new TreeMap<>(Comparator.comparing(BandMove::from).thenComparing(BandMove::to));
        List<Mover> movers = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(then.customerIds());
        ids.addAll(now.customerIds());
        for (String id : ids) {
            Optional<CustomerView> before = then.find(id);
            Optional<CustomerView> after = now.find(id);
            moves.merge(new BandMove(band(before), band(after)), 1, Integer::sum);
            if (before.isPresent() && after.isPresent()) {
                movers.add(new Mover(
                        id, decidedThen.scorecard().changeTo(decidedNow.scorecard(), before.get(), after.get())));
            }
        }
        movers.removeIf(mover -> !(size(mover.change()) > 0));
        movers.sort(Comparator.<Mover>comparingDouble(mover -> -size(mover.change()))
                .thenComparing(Mover::customerId));
        return new PlanChanges(
                ArrBridge.between(then, now, reckoning),
                new LinkedHashMap<>(moves),
                List.copyOf(movers.subList(0, Math.min(MOVERS, movers.size()))));
    }

    private static double size(ScoreChange change) {
        return Math.abs(change.points().orElse(0));
    }

    private static String band(Optional<CustomerView> view) {
        return view.map(customer -> customer.find(HealthAttributes.BAND).orElse(UNKNOWN))
                .orElse(NONE);
    }
}
