package dev.rapport.health.json;

import dev.rapport.health.residual.ResidualValuePolicy;
import dev.rapport.health.residual.ResidualValuePolicy.Model;
import dev.rapport.health.residual.ResidualValuePolicy.Outlook;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.Map;

/** The shape of how residual lifetime values are reckoned. */
final class ResidualValueShapes {

    private static final Shape<Model> MODEL =
            Shape.oneOf(Map.of("bg-nbd", Model.BG_NBD, "mbg-nbd", Model.MBG_NBD, "pareto-nbd", Model.PARETO_NBD));

    static final DocumentKind<ResidualValuePolicy> RESIDUAL_VALUE =
            DocumentKind.of("residual-value", 1, ResidualValuePolicy::header, fields -> {
                var model = fields.required(
                        "model", MODEL.described("How customers buy until they leave"), ResidualValuePolicy::model);
                var days = fields.required(
                        "horizonDays",
                        Shape.integer().between(1, 1_826).described("For how many days purchases count"),
                        policy -> policy.outlook().days());
                var rate = fields.required(
                        "yearlyDiscountRate",
                        Shape.number().between(0, 1).described("By how much a purchase is worth less a year later"),
                        policy -> policy.outlook().yearlyRate());
                return (header, in) ->
                        new ResidualValuePolicy(header, in.get(model), new Outlook(in.get(days), in.get(rate)));
            });

    private ResidualValueShapes() {}
}
