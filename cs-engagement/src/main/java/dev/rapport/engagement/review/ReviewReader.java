package dev.rapport.engagement.review;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Person;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.customer.Touchpoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reviews of one customer, as contracts and touchpoints tell them. */
public final class ReviewReader {

    private static final int MOST_PERIODS = 10_000;

    private final CustomerView view;
    private final Reckoning reckoning;
    private final Set<String> decisionMakers = new HashSet<>();
    private final List<ContractTerms> contracts;
    private final OpenActions actions;

    /**
     * A reader.
     *
     * @param view  the customer
     * @param decisionMakers  the roles of those who decide
     * @param reckoning  the calendar for notice in business days
     */
    public ReviewReader(CustomerView view, List<String> decisionMakers, Reckoning reckoning) {
        this.view = view;
        this.reckoning = reckoning;
        this.contracts = ContractTerms.of(view).stream()
                .filter(terms -> !terms.isTrial())
                .toList();
        this.actions = OpenActions.of(view.series(Touchpoint.SERIES));
        view.series(Person.SERIES).stream()
                .filter(person -> person.role().filter(decisionMakers::contains).isPresent())
                .forEach(person -> this.decisionMakers.add(person.id()));
    }

    /**
     * The reviews of a rule that are to be held by some day of a span.
     *
     * @param rule  the rule
     * @param from  the first day
     * @param before  the first day after
     * @return a review for each period at whose start a contract is in force, by their days
     */
    public List<Review> dueBetween(ReviewRule rule, LocalDate from, LocalDate before) {
        Optional<Cadence.Interval> interval = rule.cadence().of(view);
        if (contracts.isEmpty() || interval.isEmpty()) {
            return List.of();
        }
        LocalDate first = contracts.get(0).contract().start();
        List<Review> reviews = new ArrayList<>();
        long count = interval.get().countBefore(first, from);
        for (int i = 0; i < MOST_PERIODS; i++) {
            LocalDate start = interval.get().after(first, count + i);
            if (!start.isBefore(before)) {
                break;
            }
            if (contracts.stream().anyMatch(terms -> terms.isInForceOn(start))) {
                Review review = review(rule, start, interval.get().after(first, count + i + 1));
                if (!review.dueBy().isBefore(from) && review.dueBy().isBefore(before)) {
                    reviews.add(review);
                }
            }
        }
        return reviews;
    }

    /** The review that is to be held next: on that day or later. */
    Optional<Review> next(ReviewRule rule, LocalDate from) {
        return rule.cadence().of(view).stream()
                .flatMap(interval ->
                        dueBetween(rule, from, interval.after(from, 2).plusDays(1)).stream())
                .findFirst();
    }

    private Review review(ReviewRule rule, LocalDate from, LocalDate before) {
        Optional<LocalDate> decision = rule.beforeDecision() ? decision(from, before) : Optional.empty();
        LocalDate dueBy = decision.orElse(before.minusDays(1));
        List<Touchpoint> held = view.series(Touchpoint.SERIES).stream()
                .filter(touch -> touch.kind().equals(rule.touchpoint()) && isIn(day(touch), from, before))
                .toList();
        Optional<LocalDate> heldOn = held.stream().map(this::day).findFirst();
        Optional<LocalDate> scheduledFor = scheduledFor(rule, from, before);
        ReviewStatus status = status(dueBy, heldOn, scheduledFor);
        return Review.builder()
                .rule(rule.id())
                .start(from)
                .end(before)
                .dueBy(dueBy)
                .status(status)
                .reason(reason(status, dueBy, decision.isPresent(), heldOn, scheduledFor))
                .heldOn(heldOn)
                .scheduledFor(scheduledFor)
                .decisionMakerPresent(decisionMakerPresent(held))
                .actionsAgreed(held.stream().mapToLong(actions::agreed).sum())
                .actionsOpen(held.stream().mapToLong(actions::open).sum())
                .build();
    }

    /** The first decision date in a period, of any contract. */
    private Optional<LocalDate> decision(LocalDate from, LocalDate before) {
        return contracts.stream()
                .flatMap(terms -> terms.nextDecisionFrom(from, reckoning).stream())
                .filter(day -> isIn(day, from, before))
                .min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> scheduledFor(ReviewRule rule, LocalDate from, LocalDate before) {
        return view.series(Touchpoint.SERIES).stream()
                .filter(touch ->
                        touch.schedules().filter(rule.touchpoint()::equals).isPresent())
                .flatMap(touch -> touch.scheduledFor().stream())
                .filter(day -> isIn(day, from, before))
                .reduce((earlier, later) -> later);
    }

    private ReviewStatus status(LocalDate dueBy, Optional<LocalDate> heldOn, Optional<LocalDate> scheduledFor) {
        if (heldOn.isPresent()) {
            return heldOn.get().isAfter(dueBy) ? ReviewStatus.HELD_LATE : ReviewStatus.HELD;
        }
        if (scheduledFor.isPresent() && !scheduledFor.get().isBefore(view.date())) {
            return ReviewStatus.SCHEDULED;
        }
        return view.date().isAfter(dueBy) ? ReviewStatus.MISSED : ReviewStatus.DUE;
    }

    private static String reason(
            ReviewStatus status,
            LocalDate dueBy,
            boolean byDecision,
            Optional<LocalDate> heldOn,
            Optional<LocalDate> scheduledFor) {
        String day = (byDecision ? "the decision date " : "the last day of its period, ") + dueBy;
        String arranged =
                scheduledFor.map(on -> ", though it was arranged for " + on).orElse("");
        return switch (status) {
            case HELD -> "held on " + heldOn.orElseThrow() + ", by " + day;
            case HELD_LATE -> "held on " + heldOn.orElseThrow() + ", after " + day;
            case SCHEDULED ->
                "arranged for " + scheduledFor.orElseThrow()
                        + (scheduledFor.orElseThrow().isAfter(dueBy) ? ", after " : ", by ") + day;
            case DUE -> "to be held by " + day + "; nothing is arranged" + arranged;
            case MISSED -> "not held by " + day + arranged;
        };
    }

    private Optional<Boolean> decisionMakerPresent(List<Touchpoint> held) {
        Set<String> present = new HashSet<>();
        for (Touchpoint touch : held) {
            touch.contact().ifPresent(present::add);
            touch.participants().ifPresent(present::addAll);
        }
        boolean isTold = !present.isEmpty() && !view.series(Person.SERIES).isEmpty();
        present.retainAll(decisionMakers);
        return isTold ? Optional.of(!present.isEmpty()) : Optional.empty();
    }

    private LocalDate day(Touchpoint touch) {
        return LocalDate.ofInstant(touch.entry().at(), view.zone());
    }

    private static boolean isIn(LocalDate day, LocalDate from, LocalDate before) {
        return !day.isBefore(from) && day.isBefore(before);
    }
}
