package dev.rapport.health.contact;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.customer.SurveyAnswer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A question that was asked.
 *
 * @param instrument  which
 * @param on  when
 * @param person  whom, where that is known
 */
record AskedQuestion(String instrument, LocalDate on, Optional<String> person) {

    /** The questions that were put to an account, oldest first. Mutable: a round adds its own. */
    static List<AskedQuestion> of(CustomerView view) {
        ZoneId zone = view.zone();
        List<AskedQuestion> asked = new ArrayList<>();
        for (Entry entry : view.entries(SurveyAnswer.SERIES)) {
            LocalDate at = LocalDate.ofInstant(entry.at(), zone);
            LocalDate on = entry.find(SurveyAnswer.ASKED_ON)
                    .filter(day -> day.isBefore(at))
                    .orElse(at);
            asked.add(new AskedQuestion(entry.get(SurveyAnswer.INSTRUMENT), on, entry.find(SurveyAnswer.RESPONDENT)));
        }
        asked.sort(Comparator.comparing(AskedQuestion::on));
        return asked;
    }
}
