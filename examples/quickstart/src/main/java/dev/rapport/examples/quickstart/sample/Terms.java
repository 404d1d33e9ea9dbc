package dev.rapport.examples.quickstart.sample;

import java.time.LocalDate;

/** For how long contracts are made and how they end. */
final class Terms {

    /**
     * A notice period.
     *
     * @param amount  how many
     * @param unit  of what
     */
    record Notice(int amount, String unit) {

        static final Notice NONE = new Notice(0, "calendar-days");

        static Notice days(int amount) {
            return new Notice(amount, "calendar-days");
        }
    }

    private final LocalDate start;
    private final int months;
    private final boolean autoRenews;
    private final Notice notice;

    private Terms(LocalDate start, int months, boolean autoRenews, Notice notice) {
        this.start = start;
        this.months = months;
        this.autoRenews = autoRenews;
        this.notice = notice;
    }

    /** One contract after the other. */
    static Terms renewed(LocalDate start, int months) {
        return new Terms(start, months, false, Notice.NONE);
    }

    /** One contract that runs on by itself. */
    static Terms rollingOver(LocalDate start, int months, Notice notice) {
        return new Terms(start, months, true, notice);
    }

    /** One contract without an end. */
    static Terms evergreen(LocalDate start) {
        return new Terms(start, 0, false, Notice.NONE);
    }

    /**
     * Rolls terms. None of those that renew by themselves has, at the end of the book, missed the day for notice: that
     * is a story of its own.
     */
    static Terms roll(Dice dice, Tier tier) {
        LocalDate start = SampleBook.UNTIL.minusDays(20 + (long) (1_650 * dice.unit()));
        int kind = tier == Tier.SMALL ? dice.weighted(64, 6, 20, 10) : dice.weighted(66, 26, 0, 8);
        Notice notice = roll(dice);
        int monthDay = dice.whole(18, 28);
        boolean autoRenews = dice.chance(kind == 0 ? 0.45 : 0.3);
        int years = dice.whole(2, 3);
        if (kind == 2) {
            return rollingOver(start.withDayOfMonth(monthDay).minusMonths(1), 1, new Notice(10, "business-days"));
        }
        if (kind == 3) {
            return evergreen(start);
        }
        int months = kind == 0 ? 12 : 12 * years;
        if (!autoRenews) {
            return renewed(start, months);
        }
        Terms terms = rollingOver(start, months, notice);
        boolean isLate = terms.endOf(SampleBook.UNTIL).isBefore(SampleBook.UNTIL.plusDays(100));
        return isLate ? rollingOver(start.minusDays(230), months, notice) : terms;
    }

    private static Notice roll(Dice dice) {
        return switch (dice.weighted(30, 25, 25, 12, 8)) {
            case 0 -> Notice.days(30);
            case 1 -> Notice.days(60);
            case 2 -> Notice.days(90);
            case 3 -> new Notice(3, "months");
            default -> new Notice(20, "business-days");
        };
    }

    LocalDate start() {
        return start;
    }

    int months() {
        return months;
    }

    boolean isEvergreen() {
        return months == 0;
    }

    boolean autoRenews() {
        return autoRenews;
    }

    Notice notice() {
        return notice;
    }

    /** The first day of a term, counted from 0. */
    LocalDate startOf(int term) {
        return start.plusMonths((long) months * term);
    }

    /** The first day after the term that runs on a day; not for evergreen contracts. */
    LocalDate endOf(LocalDate date) {
        return startOf(begunBy(date));
    }

    /** How many terms have begun by a day, at least one; not for evergreen contracts. */
    int begunBy(LocalDate date) {
        int terms = 1;
        while (!startOf(terms).isAfter(date)) {
            terms++;
        }
        return terms;
    }
}
