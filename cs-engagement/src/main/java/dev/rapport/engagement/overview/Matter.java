package dev.rapport.engagement.overview;

import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.health.atrisk.SavePlay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.Money;

/** One customer of a proposal: what is at stake, by when, and what can be done. */
final class Matter {

    static final Comparator<Matter> MOST_FIRST =
            Comparator.comparingDouble((Matter matter) -> -matter.loss).thenComparing(Matter::customer);

    private static final int DAYS_OF_WEEK = 7;

    private final String customer;
    private final Money arr;
    private final LocalDate deadline;
    private final double loss;
    private final double probability;
    private final OptionalDouble saved;
    private final Optional<SavePlay> play;

    private Matter(String customer, Money arr, LocalDate deadline, Optional<AtRisk> line, boolean withPlay) {
        this.customer = customer;
        this.arr = arr;
        this.deadline = deadline;
        this.loss = line.map(AtRisk::exactLoss).orElse(0.0);
        this.probability = line.map(AtRisk::probability).orElse(0.0);
        this.play = withPlay ? line.flatMap(AtRisk::play) : Optional.empty();
        OptionalDouble share = line.map(AtRisk::saveable).orElseGet(OptionalDouble::empty);
        this.saved =
                play.isPresent() && share.isPresent() ? OptionalDouble.of(share.getAsDouble()) : OptionalDouble.empty();
    }

    /** Somebody on the at-risk list, with what the list says can be done. */
    static Matter toSave(AtRisk line, LocalDate otherwise) {
        return new Matter(
                line.customerId(), line.atStake(), line.lastSafeDay().orElse(otherwise), Optional.of(line), true);
    }

    /** Somebody about whom something else is to be done. */
    static Matter of(String customer, Money arr, LocalDate deadline, Optional<AtRisk> line) {
        return new Matter(customer, line.map(AtRisk::atStake).orElse(arr), deadline, line, false);
    }

    String customer() {
        return customer;
    }

    Money arr() {
        return arr;
    }

    LocalDate deadline() {
        return deadline;
    }

    double loss() {
        return loss;
    }

    Optional<SavePlay> play() {
        return play;
    }

    double hours() {
        return play.map(known -> known.effort().hours()).orElse(0.0);
    }

    boolean knowsGain() {
        return saved.isPresent();
    }

    double gain() {
        return loss * saved.orElse(0);
    }

    /** How likely it is lost if nothing is done. */
    double probabilityLost() {
        return probability;
    }

    /** How likely the play saves what would be lost. */
    double probabilitySaved() {
        return probability * saved.orElse(0);
    }

    double stake() {
        return arr.getAmount().doubleValue();
    }

    /** The weeks that are left, begun ones counted, at least one. */
    static double weeks(LocalDate from, LocalDate deadline) {
        long days = ChronoUnit.DAYS.between(from, deadline);
        return Math.max(1, Math.ceil((double) days / DAYS_OF_WEEK));
    }
}
