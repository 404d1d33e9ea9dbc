package dev.rapport.engagement.forecast;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What somebody of ours says will become of a contract's renewal. A fact like any other: it stands beside what the model
 * forecasts and changes none of it; a later version of the record takes its place from its own day on.
 *
 * <p>A host feeds the series {@code commitments} by its adapter or as a table, see {@code docs/formats.md}.
 *
 * @param entry  the entry that is read
 */
public record Commitment(Entry entry) {

    /** Who says it. */
    public static final AttributeKey<String> OWNER = AttributeKey.text("owner");

    /** The contract that is decided on. */
    public static final AttributeKey<String> CONTRACT = AttributeKey.text("contract");

    /** Commit, best-case or unlikely. */
    public static final AttributeKey<String> CALL = AttributeKey.text("call");

    /** What they commit to sign on top, a year. */
    public static final AttributeKey<Money> EXPANSION = AttributeKey.money("expansion");

    /** Why. */
    public static final AttributeKey<String> REASON = AttributeKey.text("reason");

    /** The series. */
    public static final SeriesKey<Commitment> SERIES = SeriesKey.records("commitments", Commitment::new)
            .requires(OWNER, CONTRACT, CALL)
            .allows(EXPANSION, REASON);

    /** How sure somebody is. */
    public enum Call {
        /** It will be signed. */
        COMMIT,
        /** It can be signed, if all goes well. */
        BEST_CASE,
        /** It will hardly be signed. */
        UNLIKELY;

        /**
         * The word in tables and documents.
         *
         * @return such as {@code best-case}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Call> of(String word) {
            return Arrays.stream(values())
                    .filter(call -> call.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * Who says it.
     *
     * @return the value
     */
    public String owner() {
        return entry.get(OWNER);
    }

    /**
     * The contract that is decided on.
     *
     * @return the value
     */
    public String contract() {
        return entry.get(CONTRACT);
    }

    /**
     * How sure they are.
     *
     * @return the call; empty where the word is none of {@link Call}
     */
    public Optional<Call> call() {
        return entry.find(CALL).flatMap(Call::of);
    }

    /**
     * What they commit to sign on top.
     *
     * @return the value, or empty
     */
    public Optional<Money> expansion() {
        return entry.find(EXPANSION);
    }

    /**
     * Why.
     *
     * @return the value, or empty
     */
    public Optional<String> reason() {
        return entry.find(REASON);
    }

    /**
     * The day on which it was said.
     *
     * @param zone  the zone in which days begin
     * @return the day from which the entry holds
     */
    public LocalDate saidOn(ZoneId zone) {
        return LocalDate.ofInstant(entry.at(), zone);
    }
}
