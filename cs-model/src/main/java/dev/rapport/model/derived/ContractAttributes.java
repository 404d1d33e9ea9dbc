package dev.rapport.model.derived;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.DerivedAttribute;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.joda.money.Money;

/** What contracts say: how much, of what, and until when. */
final class ContractAttributes {

    private static final Requirements CONTRACTS = Requirements.series(Contract.SERIES);

    private ContractAttributes() {}

    static List<DerivedAttribute<?>> held(Reckoning reckoning) {
        return List.of(
                new DerivedAttribute<>(StandardAttributes.ARR, CONTRACTS, view -> {
                    List<ContractTerms> terms = inForce(view);
                    return ContractTerms.arrOn(terms, view.date(), reckoning)
                            .map(amount -> Reading.present(amount, provenance(terms)))
                            .orElseGet(() -> Reading.missing("a contract in force does not say its recurring revenue"));
                }),
                new DerivedAttribute<>(StandardAttributes.CONTRACTS_IN_FORCE, CONTRACTS, view -> {
                    List<ContractTerms> terms = inForce(view);
                    return Gathered.number(terms.size(), provenance(terms));
                }),
                new DerivedAttribute<>(StandardAttributes.CONTRACTS_PRODUCTS, CONTRACTS, ContractAttributes::products),
                new DerivedAttribute<>(StandardAttributes.SEATS_LICENSED, CONTRACTS, ContractAttributes::seats));
    }

    private static List<ContractTerms> inForce(CustomerView view) {
        LocalDate date = view.date();
        return ContractTerms.of(view).stream()
                .filter(terms -> terms.isInForceOn(date))
                .toList();
    }

    private static Provenance provenance(List<ContractTerms> terms) {
        List<Entry> entries = new ArrayList<>();
        for (ContractTerms one : terms) {
            entries.add(one.contract().entry());
            one.lines().forEach(line -> entries.add(line.entry()));
        }
        return Gathered.provenance(entries, "contracts");
    }

    private static Reading<Set<String>> products(CustomerView view) {
        List<ContractTerms> terms = inForce(view);
        Set<String> products = new HashSet<>();
        for (ContractTerms one : terms) {
            one.linesOn(view.date()).forEach(line -> products.add(line.product()));
            if (one.lines().isEmpty()) {
                one.contract().offering().ifPresent(products::add);
            }
        }
        return products.isEmpty() && terms.stream().anyMatch(one -> one.lines().isEmpty())
                ? Reading.missing("no contract in force says what was sold")
                : Reading.present(Set.copyOf(products), provenance(terms));
    }

    private static Reading<Double> seats(CustomerView view) {
        List<ContractTerms> terms = inForce(view);
        double seats = 0;
        boolean told = false;
        for (ContractTerms one : terms) {
            OptionalDouble some = seats(one, view.date());
            if (some.isPresent()) {
                seats += some.getAsDouble();
                told = true;
            }
        }
        if (told) {
            return Gathered.number(seats, provenance(terms));
        }
        Reading<Double> attribute = view.read(CustomerAttributes.SEATS);
        if (attribute.status() == Reading.Status.PRESENT) {
            return attribute;
        }
        return terms.isEmpty()
                ? Gathered.number(0, provenance(terms))
                : Reading.missing("no contract in force says its seats");
    }

    private static OptionalDouble seats(ContractTerms terms, LocalDate date) {
        if (terms.lines().stream().noneMatch(line -> line.quantity().isPresent())) {
            return terms.contract().seats();
        }
        return OptionalDouble.of(terms.linesOn(date).stream()
                .map(ContractLine::quantity)
                .mapToDouble(quantity -> quantity.orElse(0))
                .sum());
    }

    static List<DerivedAttribute<?>> decisions(Reckoning reckoning) {
        return List.of(
                new DerivedAttribute<>(StandardAttributes.DECISION_NEXT_DATE, CONTRACTS, view -> {
                    Next next = Next.of(view, reckoning);
                    return next.date()
                            .map(date -> Reading.present(date, provenance(next.contracts())))
                            .orElseGet(ContractAttributes::nothingToDecide);
                }),
                new DerivedAttribute<>(StandardAttributes.DECISION_NEXT_DAYS, CONTRACTS, view -> {
                    Next next = Next.of(view, reckoning);
                    return next.date()
                            .map(date ->
                                    Gathered.number(Gathered.days(view.date(), date), provenance(next.contracts())))
                            .orElseGet(ContractAttributes::nothingToDecide);
                }),
                new DerivedAttribute<>(StandardAttributes.DECISION_NEXT_ARR, CONTRACTS, view -> {
                    Next next = Next.of(view, reckoning);
                    return next.date().isEmpty()
                            ? nothingToDecide()
                            : next.arr(view.date(), reckoning)
                                    .map(amount -> Reading.present(amount, provenance(next.contracts())))
                                    .orElseGet(() -> Reading.missing(
                                            "a contract to decide on does not say its recurring revenue"));
                }));
    }

    private static <T> Reading<T> nothingToDecide() {
        return Reading.notApplicable("no contract runs towards a decision");
    }

    /** The next decision date and the contracts that it is about. */
    private record Next(Optional<LocalDate> date, List<ContractTerms> contracts) {

        static Next of(CustomerView view, Reckoning reckoning) {
            LocalDate today = view.date();
            List<ContractTerms> all = ContractTerms.of(view);
            Set<String> renewed = new HashSet<>();
            for (ContractTerms terms : all) {
                if (!terms.contract().signedOn().orElse(today).isAfter(today)) {
                    terms.contract().predecessor().ifPresent(renewed::add);
                }
            }
            LocalDate first = null;
            List<ContractTerms> contracts = new ArrayList<>();
            for (ContractTerms terms : all) {
                LocalDate date = renewed.contains(terms.contract().id())
                        ? null
                        : terms.nextDecisionFrom(today, reckoning).orElse(null);
                if (date == null || (first != null && date.isAfter(first))) {
                    continue;
                }
                if (first == null || date.isBefore(first)) {
                    contracts.clear();
                    first = date;
                }
                contracts.add(terms);
            }
            return new Next(Optional.ofNullable(first), contracts);
        }

        /** What is decided on: of contracts that run, what they are worth today; of coming ones, at their start. */
        Optional<Money> arr(LocalDate today, Reckoning reckoning) {
            List<ContractTerms> running = new ArrayList<>();
            Money sum = Money.zero(reckoning.currency());
            for (ContractTerms terms : contracts) {
                LocalDate start = terms.contract().start();
                if (!start.isAfter(today)) {
                    running.add(terms);
                    continue;
                }
                Optional<Money> coming = terms.arrOn(start, reckoning.withRatesUpTo(today));
                if (coming.isEmpty()) {
                    return coming;
                }
                sum = sum.plus(coming.get());
            }
            Money further = sum;
            return ContractTerms.arrOn(running, today, reckoning).map(further::plus);
        }
    }

    static DerivedAttribute<Double> age() {
        return new DerivedAttribute<>(
                StandardAttributes.RELATIONSHIP_AGE_DAYS,
                Requirements.none(),
                view -> Relationship.startOf(view)
                        .map(start -> Gathered.number(
                                Gathered.days(start, view.date()),
                                new Provenance(Optional.of(view.startOf(start)), Optional.empty(), "relationship")))
                        .orElseGet(() -> Reading.missing("neither a contract nor any entry is known")));
    }
}
