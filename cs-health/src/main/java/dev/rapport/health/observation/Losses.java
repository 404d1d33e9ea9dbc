package dev.rapport.health.observation;

import dev.rapport.health.challenge.Loss;
import dev.rapport.health.retention.LostCustomer;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Outcome;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Ways to read from a book who was lost and when, for an {@link ObservationPlan}. */
public final class Losses {

    private Losses() {}

    /**
     * Losses as they were written down.
     *
     * @param kinds  the kinds of outcome that are a loss, such as {@code churned}
     * @return reads every such outcome
     */
    public static Function<Book, List<Loss>> stated(Set<String> kinds) {
        Set<String> wanted = Set.copyOf(kinds);
        return book -> {
            List<Loss> losses = new ArrayList<>();
            for (CustomerView view : book.customers()) {
                view.series(Outcome.SERIES).stream()
                        .filter(outcome -> wanted.contains(outcome.kind()))
                        .forEach(outcome -> losses.add(
                                new Loss(view.customerId(), outcome.entry().at())));
            }
            return List.copyOf(losses);
        };
    }

    /**
     * Losses by what is in force: whoever has no contract any more was lost when the last one ended, see {@link
     * LostCustomer}; who came back was lost where no contract covered more days than a late signature takes.
     *
     * @param lateDays  a gap of up to so many days is a renewal that was signed late, at least 0
     * @return reads every end that was followed by a gap
     */
    public static Function<Book, List<Loss>> ofContracts(int lateDays) {
        if (lateDays < 0) {
            throw new IllegalArgumentException("lateDays (" + lateDays + ") must be at least 0.");
        }
        return book -> {
            List<Loss> losses = new ArrayList<>();
            for (CustomerView view : book.customers()) {
                gaps(view, lateDays).forEach(day -> losses.add(loss(view.customerId(), day, book.zone())));
            }
            return List.copyOf(losses);
        };
    }

    private static Loss loss(String customerId, LocalDate day, ZoneId zone) {
        return new Loss(customerId, day.atStartOfDay(zone).toInstant());
    }

    private static Set<LocalDate> gaps(CustomerView view, int lateDays) {
        List<ContractTerms> contracts = ContractTerms.of(view);
        Set<LocalDate> days = new TreeSet<>();
        LostCustomer.lostOn(view).ifPresent(days::add);
        for (ContractTerms ended : contracts) {
            Optional<LocalDate> end = ended.endOn(view.date()).filter(day -> !day.isAfter(view.date()));
            end.filter(day -> isGap(day, contracts, view.date(), lateDays)).ifPresent(days::add);
        }
        return days;
    }

    /** Nothing is in force, and what began later began too late. */
    private static boolean isGap(LocalDate day, List<ContractTerms> contracts, LocalDate today, int lateDays) {
        Optional<LocalDate> next = contracts.stream()
                .map(terms -> terms.contract().start())
                .filter(start -> start.isAfter(day))
                .min(LocalDate::compareTo);
        return contracts.stream().noneMatch(terms -> terms.isInForceOn(day))
                && next.isPresent()
                && !next.get().isAfter(today)
                && next.get().isAfter(day.plusDays(lateDays));
    }
}
