package dev.rapport.health.challenge;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.tally.Tally;
import dev.rapport.model.book.Book;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * Two policies side by side over history: each decides at every date with its own memory, as it would have decided then,
 * and is held against the losses that followed. Association only: who is called in may stay for that reason.
 *
 * <p>A loss counts if it lies behind the first date and not behind the last. A policy warned of it if the customer was in a
 * bad band at the last date before, and since the first date of that run without a break. Dates behind a customer's loss
 * do not count.
 *
 * <pre>{@code
 * List<Loss> losses = Loss.in(facts.asOf(today), Set.of("churned"));
 * Challenge challenge =
 *         Challenge.of(facts::asOf, book -> champion, book -> challenger, monthEnds, losses, rule);
 * challenge.challenger().medianLeadDays();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class Challenge {

    Challenge() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Holds two policies against history.
     *
     * @param books  cuts the facts and lays over them what the policies read, as {@code facts::asOf}
     * @param champion  what decides now about a book; mostly the same for all, but not where it compares customers with
     *     others: then those of the date
     * @param challenger  what might
     * @param dates  the evaluation dates, at least two, the earliest first
     * @param losses  who was lost and when, each customer once
     * @param rule  how to judge
     * @return what both showed
     */
    public static Challenge of(
            Function<AsOf, Book> books,
            Function<? super Book, ? extends HealthStrategy> champion,
            Function<? super Book, ? extends HealthStrategy> challenger,
            List<AsOf> dates,
            List<Loss> losses,
            ChallengeRule rule) {
        return new ChallengeRun(books, champion, challenger, dates, losses, rule).challenge();
    }

    /**
     * The evaluation dates.
     *
     * @return the earliest first
     */
    public abstract List<AsOf> dates();

    /**
     * The bands that warn.
     *
     * @return the codes, sorted; where the rule names none, the lowest that either policy used
     */
    public abstract Set<String> badBands();

    /**
     * What decides now.
     *
     * @return what it showed
     */
    public abstract Contender champion();

    /**
     * What might decide.
     *
     * @return what it showed
     */
    public abstract Contender challenger();

    /**
     * What was lost, and how long before each policy warned.
     *
     * @return the losses by time, then by customer
     */
    public abstract List<ForeseenLoss> losses();

    /**
     * Who warned first of how much.
     *
     * @return the losses by who warned first; every case is there
     */
    public abstract Map<ForeseenLoss.First, Tally> first();

    /** Makes a challenge. */
    static final class Builder extends ImmutableChallenge.Builder {
        Builder() {}
    }
}
