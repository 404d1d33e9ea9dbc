package dev.rapport.health.atrisk;

import dev.rapport.health.risk.RiskOfBook;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Play;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes lines of the rows of a book, and puts each where it belongs. */
final class Rows {

    private static final Comparator<Play> LONGEST_LAST =
            Comparator.comparing(Play::expiresOn).thenComparing(Play::id, Comparator.reverseOrder());

    private final Origin origin;
    private final Book book;
    private final Column dates;
    private final Column arr;
    private final Optional<Column> residualValues;
    private final Optional<Column> owners;
    private final Optional<PlayChoice> choice;
    private final int @Nullable [] positions;
    private final boolean knowsPlays;
    private final boolean knowsContracts;

    Rows(Origin origin, Columns columns, Optional<PlayChoice> choice, Optional<AttributeKey<String>> owner) {
        this.origin = origin;
        this.book = origin.book();
        this.dates = columns.find(Origin.DECISION_DATE).orElseThrow();
        this.arr = columns.find(Origin.DECISION_ARR).orElseThrow();
        this.residualValues = columns.find(AtRiskRanking.RESIDUAL_VALUE);
        this.owners = owner.flatMap(columns::find);
        this.choice = choice;
        this.positions = choice.isPresent() ? choice.get().choose(columns) : null;
        this.knowsPlays = choice.isPresent() && book.provides().series().contains(Play.SERIES);
        this.knowsContracts = book.provides().series().contains(Contract.SERIES);
    }

    void place(RiskOfBook assessed, AtRiskList.Draft draft) {
        for (int row = 0; row < book.size(); row++) {
            List<Play> running = running(row);
            draft.running.addAll(running);
            double probability = assessed.probability(row);
            Optional<Column> stakes = stakes(row);
            if (Double.isNaN(probability) || stakes.isEmpty() || !isOurs(stakes.get(), row)) {
                draft.unranked.add(unranked(row, assessed));
                continue;
            }
            AtRisk.Draft line = new AtRisk.Draft();
            line.probability = probability;
            line.atStake = stakes.get().number(row);
            if (dates.isPresent(row)) {
                line.decisionDay = (long) dates.number(row);
            }
            choosePlay(line, row);
            line.owner = owner(row);
            place(line.line(origin, row), running, draft);
        }
    }

    /** What is decided on at the date; of those who have neither date nor contracts what they still bring. */
    private Optional<Column> stakes(int row) {
        if (dates.isPresent(row)) {
            return Optional.of(arr);
        }
        return residualValues.filter(known -> isConsumer(row));
    }

    private boolean isConsumer(int row) {
        return dates.status(row) != Reading.Status.FAILED
                && (!knowsContracts
                        || book.customers().get(row).entries(Contract.SERIES).isEmpty());
    }

    private boolean isOurs(Column amounts, int row) {
        return amounts.isPresent(row) && amounts.currency(row).equals(book.currency());
    }

    private void choosePlay(AtRisk.Draft line, int row) {
        if (positions == null) {
            return;
        }
        PlayChoice plays = choice.orElseThrow();
        line.position = positions[row];
        int leadDays = plays.play(line.position).effort().leadDays();
        double left = dates.isPresent(row)
                ? dates.number(row) - (double) origin.today().toEpochDay() - leadDays
                : Double.NaN;
        line.saveable = plays.saveable(line.position, left);
    }

    private @Nullable String owner(int row) {
        return owners.isPresent() && owners.get().isPresent(row)
                ? (String) owners.get().words().get((int) owners.get().number(row))
                : null;
    }

    private void place(AtRisk line, List<Play> running, AtRiskList.Draft draft) {
        if (line.daysToDecision().orElse(0) > draft.horizonDays) {
            draft.lockedIn.add(line);
        } else if (!running.isEmpty()) {
            Play last = Collections.max(running, LONGEST_LAST);
            boolean reviewDue =
                    last.reviewOn().map(day -> !day.isAfter(origin.today())).orElse(false);
            draft.suppressed.add(new AtRiskList.Suppressed(line, last, reviewDue));
        } else if (line.daysToLastSafeDay().orElse(0) < 0) {
            draft.tooLate.add(line);
        } else {
            draft.lines.add(line);
        }
    }

    private List<Play> running(int row) {
        return knowsPlays
                ? book.customers().get(row).series(Play.SERIES).stream()
                        .filter(play -> play.isRunningOn(origin.today()))
                        .filter(play -> origin.play(play.play()).isPresent())
                        .toList()
                : List.of();
    }

    private AtRiskList.Unranked unranked(int row, RiskOfBook assessed) {
        CustomerView view = book.customers().get(row);
        List<String> reasons = new ArrayList<>();
        read(view, Origin.DECISION_DATE, "decision date", reasons);
        if (dates.isPresent(row)) {
            readAmount(view, Origin.DECISION_ARR, "revenue decided on", reasons);
        } else if (isConsumer(row)) {
            readAmount(view, AtRiskRanking.RESIDUAL_VALUE, "residual lifetime value", reasons);
        }
        if (Double.isNaN(assessed.probability(row))) {
            reasons.add("churn risk: " + assessed.whyUnknown(row).orElse("no value"));
        }
        return new AtRiskList.Unranked(view.customerId(), List.copyOf(reasons));
    }

    private void readAmount(CustomerView view, AttributeKey<Money> key, String what, List<String> unknown) {
        Optional<Money> amount = read(view, key, what, unknown);
        if (amount.isPresent() && !amount.get().getCurrencyUnit().equals(book.currency())) {
            unknown.add(
                    what + ": is in " + amount.get().getCurrencyUnit() + ", the book reports in " + book.currency());
        }
    }

    private static <T> Optional<T> read(CustomerView view, AttributeKey<T> key, String what, List<String> unknown) {
        Reading<T> reading = view.read(key);
        reading.reason().ifPresent(reason -> unknown.add(what + ": " + reason));
        return reading.value();
    }
}
