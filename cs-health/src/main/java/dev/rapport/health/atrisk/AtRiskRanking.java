package dev.rapport.health.atrisk;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskOfBook;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Columns;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/**
 * How the customers at risk of a book are found and ranked: by a churn risk, with plays or without, within the team's
 * hours or not. Immutable; one ranking serves any number of books.
 *
 * <pre>{@code
 * AtRiskList list = AtRiskRanking.by(risk, 120).choosing(plays).within(hours).of(book);
 * }</pre>
 *
 * <p>The numbers of all customers come out of columns; the reasons of a line are put together when they are asked for.
 */
public final class AtRiskRanking {

    /**
     * What somebody without contracts is still expected to bring, in the currency of the book. A host or a lifetime model
     * lays it over the book; nothing here makes it up.
     */
    public static final AttributeKey<Money> RESIDUAL_VALUE =
            AttributeKey.money("lifetime.residual-value").dimension(Dimension.BEHAVIOURAL);

    private static final int HUNDRED_YEARS = 36_525;

    private final ChurnRisk risk;
    private final int horizonDays;
    private final Optional<PlayChoice> choice;
    private final Optional<SaveHours> hours;

    private AtRiskRanking(ChurnRisk risk, int horizonDays, Optional<PlayChoice> choice, Optional<SaveHours> hours) {
        this.risk = requireNonNull(risk, "risk");
        this.horizonDays = horizonDays;
        this.choice = choice;
        this.hours = hours;
    }

    /**
     * A ranking without plays: the last safe day is the day of the decision.
     *
     * @param risk  says how likely customers are lost
     * @param horizonDays  how many days to look ahead, 0 to 36,525; whoever decides later is locked in
     * @return the ranking
     */
    public static AtRiskRanking by(ChurnRisk risk, int horizonDays) {
        if (horizonDays < 0 || horizonDays > HUNDRED_YEARS) {
            throw new IllegalArgumentException(
                    "horizonDays (" + horizonDays + ") must be between 0 and " + HUNDRED_YEARS + ".");
        }
        return new AtRiskRanking(risk, horizonDays, Optional.empty(), Optional.empty());
    }

    /**
     * This ranking with plays: what they take and can save stands beside each line, and while one runs its customer is
     * not on the list.
     *
     * @param plays  the plays
     * @return the ranking
     */
    public AtRiskRanking choosing(PlayChoice plays) {
        return new AtRiskRanking(risk, horizonDays, Optional.of(plays), hours);
    }

    /**
     * This ranking with lists that are as long as the team can work. Hours of running plays are taken off, evenly until
     * they expire; those without a decision date are to be worked on within the horizon.
     *
     * @param team  the hours there are
     * @return the ranking
     * @throws IllegalStateException if there are no plays, which say what a line takes
     */
    public AtRiskRanking within(SaveHours team) {
        if (choice.isEmpty()) {
            throw new IllegalStateException(
                    "hours need plays, which say how many a line takes.\nMaybe call choosing first.");
        }
        return new AtRiskRanking(risk, horizonDays, choice, Optional.of(team));
    }

    /**
     * What is read of customers with contracts beside what the risk and the choice of plays read. Of others {@link
     * #RESIDUAL_VALUE} is read.
     *
     * @return decision date and the revenue decided on
     */
    public static Requirements requirements() {
        return Requirements.attributes(Origin.DECISION_DATE, Origin.DECISION_ARR);
    }

    /**
     * Draws up the list of a book.
     *
     * @param book  the book
     * @return the list
     * @throws IllegalArgumentException if the risk assesses other customers than the book has
     */
    public AtRiskList of(Book book) {
        RiskOfBook assessed = risk.assess(book);
        if (assessed.size() != book.size()) {
            throw new IllegalArgumentException("risk (" + risk.policy() + ") must assess each of the " + book.size()
                    + " customers, assessed " + assessed.size() + ".");
        }
        Origin origin = new Origin(book, risk, choice);
        AtRiskList.Draft draft = new AtRiskList.Draft(
                origin, risk.policy(), choice.map(plays -> plays.written().policy()), horizonDays);
        Columns columns = book.columns(keys(book));
        new Rows(origin, columns, choice, hours.map(SaveHours::owner)).place(assessed, draft);
        draft.lines.sort(AtRisk.ORDER);
        draft.tooLate.sort(AtRisk.ORDER);
        draft.suppressed.sort(Comparator.comparing(AtRiskList.Suppressed::line, AtRisk.ORDER));
        hours.ifPresent(team -> new CapacityCut(team, origin, horizonDays).apply(draft));
        return new AtRiskList(draft);
    }

    private Set<AttributeKey<?>> keys(Book book) {
        Set<AttributeKey<?>> keys = new LinkedHashSet<>(requirements().attributes());
        choice.ifPresent(plays -> keys.addAll(plays.requirements().attributes()));
        hours.ifPresent(team -> keys.add(team.owner()));
        if (book.provides().attributes().contains(RESIDUAL_VALUE)) {
            keys.add(RESIDUAL_VALUE);
        }
        return keys;
    }
}
