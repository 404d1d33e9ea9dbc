package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The question of recommendation twice a year; many do not answer. */
final class SurveyWriter {

    private static final List<String> ROLES = List.of("sponsor", "champion", "administrator");

    private static final int SILENT_BEFORE_LEAVING = 300;
    private static final double FALL = 0.18;

    private SurveyWriter() {}

    static void write(Profile profile, Pen pen) {
        Dice dice = profile.dice("surveys");
        List<PeopleWriter.Contact> contacts = PeopleWriter.contacts(profile);
        for (LocalDate month = LocalDate.of(2024, 9, 1); !month.isAfter(profile.until()); month = month.plusMonths(6)) {
            for (String role : ROLES) {
                LocalDate sent = month.plusDays(2L + dice.whole(0, 12));
                boolean would = dice.chance(0.55) || (!profile.is(Plant.NONE) && role.equals("sponsor"));
                boolean answers = would && !isSilentOn(profile, sent);
                LocalDate on = would ? sent.plusDays(dice.whole(0, 6)) : sent;
                double noise = 0.8 * dice.normal();
                Optional<PeopleWriter.Contact> contact = PeopleWriter.on(contacts, role, on);
                if (contact.isPresent() && !on.isBefore(profile.from()) && !on.isAfter(profile.until())) {
                    double score = Math.round(Math.min(10, Math.max(0, 10 * mood(profile, role, on) + noise)));
                    LocalDate at = answers ? on : sent;
                    pen.write(SurveyAnswer.SERIES, contact.get().id() + "-nps-" + month, at, answer -> {
                        ask(answer, "nps", 0, 10);
                        answer.with(SurveyAnswer.RESPONDENT, contact.get().id())
                                .with(SurveyAnswer.RESPONDENT_ROLE, role)
                                .with(SurveyAnswer.ASKED_ON, sent);
                        if (answers) {
                            answer.with(SurveyAnswer.SCORE, score);
                        }
                    });
                }
            }
        }
    }

    /** Those who will leave without a story of their own say nothing any more before they do. */
    private static boolean isSilentOn(Profile profile, LocalDate sent) {
        return profile.is(Plant.NONE)
                && profile.isLost()
                && sent.isAfter(profile.until().minusDays(SILENT_BEFORE_LEAVING));
    }

    /** How content who answers is, who may differ from the others. */
    private static double mood(Profile profile, String role, LocalDate on) {
        if (profile.is(Plant.UNHAPPY_SPONSOR) && role.equals("sponsor")) {
            return 0.15;
        }
        boolean hasFallen = profile.is(Plant.NONE)
                && profile.tier() == Tier.MID_MARKET
                && !on.isBefore(PlantedTruths.MID_MARKET_FALLS);
        return Math.max(0, profile.moodOn(on) - (hasFallen ? FALL : 0));
    }

    static void ask(EntryBuilder answer, String instrument, double least, double greatest) {
        answer.with(SurveyAnswer.INSTRUMENT, instrument)
                .with(SurveyAnswer.SCALE_MIN, least)
                .with(SurveyAnswer.SCALE_MAX, greatest);
    }
}
