package dev.rapport.health.survey;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.health.estimate.Pairs;
import dev.rapport.health.estimate.RankCorrelation;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which attributes go along with the answers to an instrument, over accounts. Associations. Immutable.
 *
 * <p>The number of an account is the mean of its answers in the last period, better answers higher. Since many attributes
 * are looked at, some would stand out by chance: the level of each interval is raised so that all hold together as surely as
 * was asked for (C. E. Bonferroni, 1936).
 */
public final class Drivers {

    private static final int FEWEST = 10;

    private final Instrument instrument;
    private final SurveyPeriod period;
    private final List<Driver> drivers;

    private Drivers(Instrument instrument, SurveyPeriod period, List<Driver> drivers) {
        this.instrument = instrument;
        this.period = period;
        this.drivers = List.copyOf(drivers);
    }

    /**
     * Looks for attributes that go along with the answers.
     *
     * @param book  the book
     * @param instrument  the question
     * @param settings  the level and the length of the period
     * @param attributes  the attributes to look at, of any kind that has a number
     * @return what was found
     */
    public static Drivers of(
            Book book, Instrument instrument, SurveySettings settings, List<? extends AttributeKey<?>> attributes) {
        attributes.forEach(AccountScores::requireNumeric);
        SurveyPeriod period =
                SurveyPeriod.endingWith(book.date(), settings.window().days());
        List<List<double[]>> pairs = new ArrayList<>();
        attributes.forEach(key -> pairs.add(new ArrayList<>()));
        for (CustomerView view : book.customers()) {
            OptionalDouble mean = AccountScores.mean(view, instrument, period);
            for (int i = 0; mean.isPresent() && i < attributes.size(); i++) {
                OptionalDouble number = AccountScores.number(view, attributes.get(i));
                if (number.isPresent()) {
                    pairs.get(i).add(new double[] {number.getAsDouble(), instrument.goodness(mean.getAsDouble())});
                }
            }
        }
        double level = 1 - (1 - settings.level()) / Math.max(1, attributes.size());
        int fewest = Math.max(FEWEST, instrument.minimum().clusters());
        List<Driver> drivers = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            drivers.add(new Driver(attributes.get(i), RankCorrelation.of(pairs(pairs.get(i)), level, fewest)));
        }
        drivers.sort(Comparator.<Driver>comparingDouble(driver -> -strength(driver))
                .thenComparing(driver -> driver.attribute().name()));
        return new Drivers(instrument, period, drivers);
    }

    static Pairs pairs(List<double[]> pairs) {
        return Pairs.of(
                pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                pairs.stream().mapToDouble(pair -> pair[1]).toArray());
    }

    private static double strength(Driver driver) {
        return driver.correlation()
                .known()
                .map(known -> Math.abs(known.value()))
                .orElse(-1.0);
    }

    /**
     * The question.
     *
     * @return the instrument
     */
    public Instrument instrument() {
        return instrument;
    }

    /**
     * When the answers were given.
     *
     * @return the period
     */
    public SurveyPeriod period() {
        return period;
    }

    /**
     * All attributes that were looked at.
     *
     * @return the drivers, strongest first, those without a number at the end
     */
    public List<Driver> all() {
        return drivers;
    }

    /**
     * The attributes of which the data does not allow that they have nothing to do with the answers.
     *
     * @return the drivers whose interval does not hold zero, strongest first
     */
    public List<Driver> distinct() {
        return drivers.stream()
                .filter(driver -> driver.correlation()
                        .known()
                        .filter(Estimate.Known::excludesZero)
                        .isPresent())
                .toList();
    }
}
