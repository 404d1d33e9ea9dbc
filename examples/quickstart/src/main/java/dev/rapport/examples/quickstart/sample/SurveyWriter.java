package dev.rapport.examples.quickstart.sample;

import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The question of recommendation twice a year; many do not answer. */
final class SurveyWriter {

    private static final List<String> ROLES = List.of("sponsor", "champion", "administrator");

    private SurveyWriter() {}

    static void write(Profile profile, Pen pen) {
        Dice dice = profile.dice("surveys");
        List<PeopleWriter.Contact> contacts = PeopleWriter.contacts(profile);
        for (LocalDate month = LocalDate.of(2024, 9, 1); !month.isAfter(profile.until()); month = month.plusMonths(6)) {
            for (String role : ROLES) {
                LocalDate sent = month.plusDays(2L + dice.whole(0, 12));
                boolean answers = dice.chance(0.55) || (!profile.is(Plant.NONE) && role.equals("sponsor"));
                LocalDate on = answers ? sent.plusDays(dice.whole(0, 6)) : sent;
                double noise = 0.8 * dice.normal();
                Optional<PeopleWriter.Contact> contact = PeopleWriter.on(contacts, role, on);
                if (contact.isPresent() && !on.isBefore(profile.from()) && !on.isAfter(profile.until())) {
                    double score = Math.round(Math.min(10, Math.max(0, 10 * profile.moodOn(on) + noise)));
                    pen.write(SurveyAnswer.SERIES, contact.get().id() + "-nps-" + month, on, answer -> {
                        ask(answer, "nps", 0, 10);
                        answer.with(SurveyAnswer.RESPONDENT, contact.get().id())
                                .with(SurveyAnswer.RESPONDENT_ROLE, role);
                        if (answers) {
                            answer.with(SurveyAnswer.SCORE, score);
                        }
                    });
                }
            }
        }
    }

    static void ask(EntryBuilder answer, String instrument, double least, double greatest) {
        answer.with(SurveyAnswer.INSTRUMENT, instrument)
                .with(SurveyAnswer.SCALE_MIN, least)
                .with(SurveyAnswer.SCALE_MAX, greatest);
    }
}
