package dev.rapport.health.simulation;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.tally.Tally;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * What a proposed policy would do to a book: the movements between bands in customers and revenue, those who move furthest
 * with the measures that move them, the alerts that it would raise, by segment, owner or whatever attribute is asked for.
 *
 * <p>Both policies decide about the same customers with the same data and the same memory; nothing is remembered.
 *
 * <pre>{@code
 * Simulation simulation = Simulation.of(book, current, proposed, Memory.empty(), SimulationScope.by(List.of(SEGMENT, OWNER)));
 * simulation.matrix().get("green").get("red"); // how many customers would fall from green to red, and what they pay
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public abstract class Simulation {

    Simulation() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Simulates a policy.
     *
     * @param book  the book
     * @param current  what decides now
     * @param proposed  what would decide
     * @param memory  what was decided before
     * @param scope  what to look at
     * @return what would move
     */
    public static Simulation of(
            Book book, HealthStrategy current, HealthStrategy proposed, Memory memory, SimulationScope scope) {
        return new SimulationRun(book, current, proposed, memory, scope).simulation();
    }

    /**
     * The cut.
     *
     * @return the instant everything here is as of
     */
    public abstract AsOf asOf();

    /**
     * The last day of which anything is seen.
     *
     * @return the date of the book
     */
    public abstract LocalDate date();

    /**
     * The zone in which days begin.
     *
     * @return that of the book
     */
    public abstract ZoneId zone();

    /**
     * The currency of all amounts.
     *
     * @return that of the book
     */
    public abstract CurrencyUnit currency();

    /**
     * What decides now.
     *
     * @return the policy
     */
    public abstract PolicyRef current();

    /**
     * What would decide.
     *
     * @return the policy
     */
    public abstract PolicyRef proposed();

    /**
     * The bands that call somebody in; where the scope names none, the lowest of both policies.
     *
     * @return the codes, sorted
     */
    public abstract Set<String> badBands();

    /**
     * The movements between bands.
     *
     * @return for each band of now, then for each proposed band, how many customers move and what they pay; from the lowest
     *     band to the highest, then {@code UNKNOWN}; empty cells included
     */
    public abstract Map<String, Map<String, Tally>> matrix();

    /**
     * How the whole book would move.
     *
     * @return the movement
     */
    public abstract Movement movement();

    /**
     * How groups of customers would move.
     *
     * @return the groups by the name of the attribute, in the order of the scope, those with the most customers first, ties
     *     by value, those without a value last
     */
    public abstract Map<String, List<Group>> groups();

    /**
     * Those whose scores move furthest, up or down.
     *
     * @return the customers with the reasons, ties by revenue, then by id; as many as the scope says at most
     */
    public abstract List<SimulatedCustomer> movers();

    /**
     * The alerts that the proposed policy would raise: customers that would come into a bad band.
     *
     * @return the customers, those with the most revenue first, then by id
     */
    public abstract List<SimulatedCustomer> raised();

    /**
     * The alerts that it would clear: customers that would leave the bad bands.
     *
     * @return the customers, those with the most revenue first, then by id
     */
    public abstract List<SimulatedCustomer> cleared();

    /** Makes a simulation. */
    static final class Builder extends ImmutableSimulation.Builder {
        Builder() {}
    }
}
