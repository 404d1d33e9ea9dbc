package dev.rapport.health.retention;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A customer whose contracts are all over: the one definition of who is lost, and when. A customer that another one took
 * over is not lost; one that never had a contract is none that could be.
 *
 * @param customerId  who it was
 * @param on  the first day on which no contract was in force
 * @param arr  the recurring revenue of the day before; empty if a contract does not tell it
 */
public record LostCustomer(String customerId, LocalDate on, Optional<Money> arr) {

    /**
     * All who are lost as of a cut.
     *
     * @param book  the cut, with former customers
     * @param reckoning  the currency and its rates
     * @return who was lost, by day, then id
     */
    public static List<LostCustomer> in(Book book, Reckoning reckoning) {
        List<LostCustomer> lost = new ArrayList<>();
        for (CustomerView view : book.customers()) {
            lostOn(view)
                    .ifPresent(day -> lost.add(new LostCustomer(
                            view.customerId(),
                            day,
                            ContractTerms.arrOn(ContractTerms.of(view), day.minusDays(1), reckoning))));
        }
        lost.sort(Comparator.comparing(LostCustomer::on).thenComparing(LostCustomer::customerId));
        return List.copyOf(lost);
    }

    /**
     * The day since which somebody is lost.
     *
     * @param view  a customer, present or former
     * @return the first day on which no contract was in force; empty for those who have one, have signed one that is still
     *     to begin, never had one, or were taken over by another customer
     */
    public static Optional<LocalDate> lostOn(CustomerView view) {
        return isCustomer(view) || view.find(CustomerAttributes.MERGED_INTO).isPresent()
                ? Optional.empty()
                : ContractTerms.of(view).stream()
                        .map(terms -> terms.endOn(view.date()))
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder());
    }

    /**
     * Says whether somebody is a customer as of its cut.
     *
     * @param view  a customer, present or former
     * @return true for those who never had a contract that is told, have one, or have signed one that is still to begin
     */
    public static boolean isCustomer(CustomerView view) {
        List<ContractTerms> contracts = ContractTerms.of(view);
        LocalDate today = view.date();
        return contracts.isEmpty()
                || contracts.stream()
                        .anyMatch(terms -> terms.isInForceOn(today)
                                || terms.contract().start().isAfter(today));
    }
}
