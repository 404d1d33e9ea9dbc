package dev.rapport.health.json;

import dev.rapport.health.estimate.MinimumSample;
import dev.rapport.health.survey.Instrument;
import dev.rapport.health.survey.Normalisation;
import dev.rapport.health.survey.Orientation;
import dev.rapport.health.survey.Purpose;
import dev.rapport.health.survey.Scale;
import dev.rapport.health.survey.SentimentRule;
import dev.rapport.health.survey.SurveyInstruments;
import dev.rapport.health.survey.SurveyKind;
import dev.rapport.health.survey.SurveySettings;
import dev.rapport.health.survey.Thresholds;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.Map;

/** The shape of survey instruments. */
final class SurveyShapes {

    private static final Shape<Scale> SCALE = Shape.object("scale", fields -> {
        var from = fields.required("from", Shape.number(), Scale::from);
        var to = fields.required("to", Shape.number(), Scale::to);
        return in -> new Scale(in.get(from), in.get(to));
    });

    private static final Shape<Thresholds> THRESHOLDS = Shape.object("thresholds", fields -> {
        var favourable = fields.required(
                "favourableFrom",
                Shape.number().described("The first answer that counts as good, coming from the bad end"),
                Thresholds::favourableFrom);
        var unfavourable = fields.required(
                "unfavourableTo",
                Shape.number().described("The last answer that counts as bad, coming from the bad end"),
                Thresholds::unfavourableTo);
        return in -> new Thresholds(in.get(favourable), in.get(unfavourable));
    });

    private static final Shape<MinimumSample> MINIMUM = Shape.object("minimum-sample", fields -> {
        var answers = fields.required("answers", Shape.integer().atLeast(2), MinimumSample::observations);
        var accounts = fields.required("accounts", Shape.integer().atLeast(2), MinimumSample::clusters);
        return in -> {
            if (in.get(accounts) > in.get(answers)) {
                throw new IllegalArgumentException("accounts (" + in.get(accounts) + ") must be at most answers ("
                        + in.get(answers) + "): an account that counts has an answer.");
            }
            return new MinimumSample(in.get(answers), in.get(accounts));
        };
    });

    private static final Shape<Instrument> INSTRUMENT = Shape.object("instrument", fields -> {
        var id = fields.required(
                "id", Shape.text().notBlank().maxLength(100).described("As the answers name it"), Instrument::id);
        var kind = fields.required("kind", Shape.oneOf(SurveyKind.class), Instrument::kind);
        var purpose = fields.required("purpose", Shape.oneOf(Purpose.class), Instrument::purpose);
        var scale = fields.required("scale", SCALE, Instrument::scale);
        var orientation = fields.defaulted(
                "orientation", Shape.oneOf(Orientation.class), Orientation.HIGHER_IS_BETTER, Instrument::orientation);
        var thresholds = fields.optional("thresholds", THRESHOLDS, Instrument::thresholds);
        var otherScales = fields.defaulted(
                "otherScales",
                Shape.oneOf(Normalisation.class).described("What becomes of answers that were given on another scale"),
                Normalisation.NONE,
                Instrument::otherScales);
        var days = fields.required(
                "answerWithinDays",
                Shape.integer().atLeast(1).described("How long a question waits for its answer"),
                Instrument::answerWithinDays);
        var minimum = fields.required("minimum", MINIMUM, Instrument::minimum);
        return in -> {
            Instrument.Builder instrument = Instrument.builder()
                    .id(in.get(id))
                    .kind(in.get(kind))
                    .purpose(in.get(purpose))
                    .scale(in.get(scale))
                    .orientation(in.get(orientation))
                    .otherScales(in.get(otherScales))
                    .answerWithinDays(in.get(days))
                    .minimum(in.get(minimum));
            in.get(thresholds).ifPresent(instrument::thresholds);
            return instrument.build();
        };
    });

    private static final Shape<SentimentRule> SENTIMENT = Shape.object("sentiment", fields -> {
        var days = fields.required("days", Shape.integer().atLeast(1), SentimentRule::days);
        var roles = fields.required(
                "roles",
                Shape.mapOf(Shape.number().above(0)),
                rule -> Map.copyOf(rule.weights().roles()));
        var others = fields.required(
                "others", Shape.number().atLeast(0), rule -> rule.weights().others());
        var divided = fields.required(
                "dividedFrom",
                Shape.number()
                        .between(0, 100)
                        .described(
                                "How many points of 100 two roles must be apart for the account to count as divided"),
                SentimentRule::dividedFrom);
        return in -> new SentimentRule(
                SentimentRule.Weights.of(in.get(roles), in.get(others)), in.get(days), in.get(divided));
    });

    static final DocumentKind<SurveyInstruments> INSTRUMENTS =
            DocumentKind.of("survey-instruments", 1, SurveyInstruments::header, fields -> {
                var level = fields.required(
                        "level",
                        Shape.number().atLeast(0.5).below(1),
                        survey -> survey.settings().level());
                var days = fields.required(
                        "periodDays",
                        Shape.integer().atLeast(1),
                        survey -> survey.settings().window().days());
                var periods = fields.required(
                        "periods",
                        Shape.integer().between(2, 100),
                        survey -> survey.settings().window().periods());
                var instruments = fields.required(
                        "instruments",
                        Shape.listOf(INSTRUMENT).notEmpty().uniqueBy("id", Instrument::id),
                        SurveyInstruments::instruments);
                var sentiment = fields.optional(
                        "sentiment", SENTIMENT, survey -> survey.settings().sentiment());
                return (header, in) -> new SurveyInstruments(
                        header,
                        new SurveySettings(
                                in.get(level),
                                new SurveySettings.Window(in.get(days), in.get(periods)),
                                in.get(sentiment)),
                        in.get(instruments));
            });

    private SurveyShapes() {}
}
