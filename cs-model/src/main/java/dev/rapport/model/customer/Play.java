package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A play that was begun with the customer: what somebody of ours does about a matter, until when at the latest.
 *
 * @param entry  the entry that is read
 */
public record Play(Entry entry) {

    /** What is done: the code of the play. */
    public static final AttributeKey<String> PLAY = AttributeKey.text("play");

    /** The team member who does it. */
    public static final AttributeKey<String> OWNER = AttributeKey.text("owner");

    /** The first day. */
    public static final AttributeKey<LocalDate> STARTED_ON = AttributeKey.date("started-on");

    /** The first day on which it does not count as running any more, even if nobody ended it. */
    public static final AttributeKey<LocalDate> EXPIRES_ON = AttributeKey.date("expires-on");

    /** The day on which the owner looks whether it helps. */
    public static final AttributeKey<LocalDate> REVIEW_ON = AttributeKey.date("review-on");

    /** The first day after it was ended, absent while it lasts. */
    public static final AttributeKey<LocalDate> ENDED_ON = AttributeKey.date("ended-on");

    /** The series. */
    public static final SeriesKey<Play> SERIES = SeriesKey.records("plays", Play::new)
            .requires(PLAY, OWNER, STARTED_ON, EXPIRES_ON)
            .allows(REVIEW_ON, ENDED_ON);

    /**
     * What identifies the record.
     *
     * @return the id, unique in its series
     */
    public String id() {
        return entry.id();
    }

    /**
     * What is done: the code of the play.
     *
     * @return the value
     */
    public String play() {
        return entry.get(PLAY);
    }

    /**
     * The team member who does it.
     *
     * @return the value
     */
    public String owner() {
        return entry.get(OWNER);
    }

    /**
     * The first day.
     *
     * @return the value
     */
    public LocalDate startedOn() {
        return entry.get(STARTED_ON);
    }

    /**
     * The first day on which it does not count as running any more, even if nobody ended it.
     *
     * @return the value
     */
    public LocalDate expiresOn() {
        return entry.get(EXPIRES_ON);
    }

    /**
     * The day on which the owner looks whether it helps.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> reviewOn() {
        return entry.find(REVIEW_ON);
    }

    /**
     * The first day after it was ended, absent while it lasts.
     *
     * @return the value, or empty
     */
    public Optional<LocalDate> endedOn() {
        return entry.find(ENDED_ON);
    }

    /**
     * Says whether the play runs on a day.
     *
     * @param date  the day
     * @return true from the day it starts until it is ended or expires
     */
    public boolean isRunningOn(LocalDate date) {
        return !date.isBefore(startedOn())
                && date.isBefore(expiresOn())
                && endedOn().map(date::isBefore).orElse(true);
    }
}
