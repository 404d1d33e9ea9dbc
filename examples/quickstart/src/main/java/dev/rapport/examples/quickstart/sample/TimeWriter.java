package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.organisation.TimeEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The hours that the team spends, in the words of the engagement models: the contacts themselves and the work behind them,
 * about as many as the models plan, except where a story says otherwise.
 */
final class TimeWriter {

    static final String HELPS_WITH_TICKETS = "csm-chloe";
    static final String OVERLOADED = "csm-elif";

    private static final String ARCHITECT = "architect-sam";
    private static final String EXECUTIVE = "vp-vera";
    private static final String ONBOARDING = "onboarding";
    private static final double[] HOURS_BEHIND = {1.7, 4.2, 6.8, 0.3};
    private static final double HOURS_OF_THE_OVERLOADED = 3.0;
    private static final double HOURS_BEHIND_TRAINING = 4.5;
    private static final double HOURS_OF_ARCHITECTURE = 6;
    private static final double HOURS_OF_EXECUTIVE = 1;
    private static final int DAYS_TO_ARCHITECTURE = 180;
    private static final int DAYS_TO_EXECUTIVE = 240;
    private static final int FIRST_YEAR = 365;

    /** What the work behind contacts is: of ten pieces, as many of each kind as high touch plans beside the contacts. */
    private static final List<String> BEHIND = List.of(
            "check-in",
            "renewal",
            "status-mail",
            "success-plan",
            ONBOARDING,
            "business-review",
            "renewal",
            "status-mail",
            "success-plan",
            ONBOARDING);

    private static final List<String> BEHIND_IN_POOL = List.of("webinar", "renewal");

    private TimeWriter() {}

    /** The hours spent on the customer, by day. */
    static List<TimeEntry> hours(Profile profile) {
        List<TimeEntry> hours = new ArrayList<>();
        if (profile.is(Plant.NO_DATA)) {
            return hours;
        }
        Dice dice = profile.dice("hours");
        int number = 3 * profile.index();
        for (TouchWriter.Touch touch : TouchWriter.touches(profile)) {
            boolean isTraining = touch.kind().equals("training");
            String behind = isTraining ? ONBOARDING : behind(profile, touch, number++);
            add(hours, profile, touch.member(), kind(profile, touch), touch.minutes() / 60.0, touch.on());
            double more = (isTraining ? HOURS_BEHIND_TRAINING : hoursBehind(profile, touch)) * dice.between(0.7, 1.3);
            add(hours, profile, touch.member(), behind, more, touch.on());
        }
        if (profile.tier().isNamed()) {
            addOnceAYear(hours, profile, ARCHITECT, "architecture-review", HOURS_OF_ARCHITECTURE, DAYS_TO_ARCHITECTURE);
            addOnceAYear(hours, profile, EXECUTIVE, "executive-call", HOURS_OF_EXECUTIVE, DAYS_TO_EXECUTIVE);
        }
        return hours;
    }

    /** Meetings of the team, on the first of each month, for no customer in particular. */
    static List<TimeEntry> internalHours() {
        List<TimeEntry> hours = new ArrayList<>();
        for (LocalDate month = SampleBook.FROM; !month.isAfter(SampleBook.UNTIL); month = month.plusMonths(1)) {
            for (String member : OwnerWriter.csmsOn(month)) {
                hours.add(TimeEntry.internal(member, "internal", BigDecimal.valueOf(8), month));
            }
        }
        return hours;
    }

    private static String kind(Profile profile, TouchWriter.Touch touch) {
        return switch (touch.kind()) {
            case "training" -> ONBOARDING;
            case "review" -> "business-review";
            case "mail" -> profile.tier().isNamed() ? "status-mail" : "newsletter";
            default -> "check-in";
        };
    }

    private static String behind(Profile profile, TouchWriter.Touch touch, int number) {
        if (!profile.tier().isNamed()) {
            return BEHIND_IN_POOL.get(number % BEHIND_IN_POOL.size());
        }
        String kind = BEHIND.get(number % BEHIND.size());
        if (kind.equals(ONBOARDING)) {
            return touch.on().isBefore(profile.joined().plusDays(FIRST_YEAR)) ? ONBOARDING : "check-in";
        }
        boolean isGivenUp = kind.equals("success-plan") || kind.equals("renewal");
        return isGivenUp && touch.member().equals(HELPS_WITH_TICKETS) ? "ticket" : kind;
    }

    private static double hoursBehind(Profile profile, TouchWriter.Touch touch) {
        return touch.member().equals(OVERLOADED)
                ? HOURS_OF_THE_OVERLOADED
                : HOURS_BEHIND[profile.tier().ordinal()];
    }

    private static void addOnceAYear(
            List<TimeEntry> hours, Profile profile, String member, String kind, double each, int daysAfterStart) {
        LocalDate day = profile.joined().plusDays(daysAfterStart);
        while (!day.isAfter(profile.until())) {
            LocalDate on = TouchWriter.workday(day);
            if (!on.isBefore(profile.from()) && !on.isAfter(profile.until())) {
                add(hours, profile, member, kind, each, on);
            }
            day = day.plusDays(FIRST_YEAR);
        }
    }

    private static void add(
            List<TimeEntry> entries, Profile profile, String member, String kind, double hours, LocalDate on) {
        BigDecimal quarters = BigDecimal.valueOf(Math.max(1, Math.round(hours * 4)));
        BigDecimal rounded = quarters.divide(BigDecimal.valueOf(4), 2, RoundingMode.UNNECESSARY);
        entries.add(TimeEntry.of(member, profile.id(), kind, rounded, on));
    }
}
