package dev.rapport.engagement.json;

import dev.rapport.engagement.lifecycle.CheckedEvidence;
import dev.rapport.engagement.lifecycle.Conversion;
import dev.rapport.engagement.lifecycle.Delivery;
import dev.rapport.engagement.lifecycle.Group;
import dev.rapport.engagement.lifecycle.HandOff;
import dev.rapport.engagement.lifecycle.LifeCycleFlow;
import dev.rapport.engagement.lifecycle.LifeCycleReport;
import dev.rapport.engagement.lifecycle.Movement;
import dev.rapport.engagement.lifecycle.Spread;
import dev.rapport.engagement.lifecycle.VersionOutcome;
import dev.rapport.engagement.plan.PlanLifeCycle;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;

/** How the plan's life cycle is written. */
final class LifeCycleShapes {

    private static final Shape<Conversion> CONVERSION = Output.object("conversion", fields -> {
        fields.required("stage", Shape.text(), Conversion::stage);
        fields.required("entered", Shape.integer(), Conversion::entered);
        fields.required("movedOn", Shape.integer(), Conversion::movedOn);
        fields.required("wentBack", Shape.integer(), Conversion::wentBack);
        fields.required("left", Shape.integer(), Conversion::left);
        fields.required("still", Shape.integer(), Conversion::still);
        fields.optionalNumber("share", Conversion::share);
        fields.required("arr", Shape.money(), Conversion::arr);
        fields.required("movedOnArr", Shape.money(), Conversion::movedOnArr);
    });

    private static final Shape<Movement> MOVEMENT = Output.object("movement", fields -> {
        fields.required("from", Shape.text(), Movement::left);
        fields.optional("to", Shape.text(), Movement::entered);
        fields.required("moves", Shape.integer(), Movement::moves);
        fields.required("customers", Shape.integer(), Movement::customers);
        fields.required("arr", Shape.money(), Movement::arr);
        fields.required("medianDays", Shape.number(), Movement::medianDays);
    });

    private static final Shape<Spread> SPREAD = Output.object("spread", fields -> {
        fields.part(Spread::group, LifeCycleShapes::declareGroup);
        fields.required("began", Shape.integer(), Spread::began);
        fields.required("reached", Shape.integer(), Spread::reached);
        fields.optionalNumber("quarterDays", Spread::quarter);
        fields.optionalNumber("medianDays", Spread::median);
        fields.optionalNumber("threeQuartersDays", Spread::threeQuarters);
    });

    private static final Shape<VersionOutcome> VERSION = Output.object("version-outcome", fields -> {
        fields.required("revision", Shape.text(), VersionOutcome::revision);
        fields.required("since", Shape.date(), VersionOutcome::since);
        fields.required("began", Shape.integer(), VersionOutcome::began);
        fields.required("left", Shape.integer(), VersionOutcome::left);
        fields.optional("timeToValue", SPREAD, VersionOutcome::timeToValue);
        fields.optionalNumber("p", VersionOutcome::p);
    });

    private static final Shape<Delivery> DELIVERY = Output.object("delivery", fields -> {
        fields.part(Delivery::group, LifeCycleShapes::declareGroup);
        fields.required("stays", Shape.integer(), Delivery::stays);
        fields.required("kept", Shape.integer(), Delivery::kept);
        fields.required("promised", Shape.integer(), Delivery::promised);
        fields.required("delivered", Shape.integer(), Delivery::delivered);
        fields.required("meanShare", Shape.number(), Delivery::meanShare);
        fields.optionalNumber("deviation", Delivery::deviation);
    });

    private static final Shape<CheckedEvidence> CHECKED = Output.object("checked-evidence", fields -> {
        fields.required("id", Shape.text(), one -> one.evidence().id());
        fields.required("status", Shape.oneOf(CheckedEvidence.Status.class), CheckedEvidence::status);
    });

    private static final Shape<HandOff> HAND_OFF = Output.object("hand-off", fields -> {
        fields.required("customer", Shape.text(), HandOff::customerId);
        fields.optional("product", Shape.text(), HandOff::product);
        fields.required("from", Shape.text(), handOff -> handOff.left().id());
        fields.required("to", Shape.text(), handOff -> handOff.entered().id());
        fields.required("on", Shape.date(), HandOff::on);
        fields.optional("accountable", Shape.text(), HandOff::accountable);
        fields.optionalNumber("completeness", HandOff::completeness);
        fields.required("checklist", Shape.listOf(CHECKED), HandOff::checked);
        fields.required("broken", Shape.listOf(Shape.text()), HandOff::broken);
    });

    private LifeCycleShapes() {}

    static void declareLifeCycle(OutputFields<PlanLifeCycle> fields) {
        fields.part(PlanLifeCycle::report, LifeCycleShapes::declareReport);
        fields.listUnlessEmpty("departmentsWithoutPart", Shape.text(), PlanLifeCycle::departmentsWithoutPart);
        fields.part(PlanLifeCycle::flow, LifeCycleShapes::declareFlow);
        fields.optional("roadmap", RoadmapShapes.ROADMAP, PlanLifeCycle::roadmap);
    }

    private static void declareReport(OutputFields<LifeCycleReport> fields) {
        fields.required("customersByStage", Output.mapOf(Shape.integer()), LifeCycleReport::countByStage);
        fields.required("stuck", Shape.listOf(LifeCycleJson.CURRENT_STAGE), LifeCycleReport::stuck);
        fields.required("findings", Shape.listOf(LifeCycleJson.FINDING), LifeCycleReport::findings);
        fields.required("withoutStage", Shape.listOf(Shape.text()), LifeCycleReport::withoutStage);
    }

    private static void declareFlow(OutputFields<LifeCycleFlow> fields) {
        fields.required("ownershipGaps", Shape.listOf(LifeCycleJson.FINDING), LifeCycleFlow::ownershipGaps);
        fields.required("since", Shape.date(), LifeCycleFlow::since);
        fields.required("conversion", Shape.listOf(CONVERSION), LifeCycleFlow::conversions);
        fields.required("movements", Shape.listOf(MOVEMENT), LifeCycleFlow::movements);
        fields.required("timeToValue", Shape.listOf(SPREAD), LifeCycleFlow::timeToValue);
        fields.required("versions", Shape.listOf(VERSION), LifeCycleFlow::versions);
        fields.required("timeInStage", Shape.listOf(SPREAD), LifeCycleFlow::timeInStage);
        fields.required("promises", Shape.listOf(DELIVERY), LifeCycleFlow::deliveries);
        fields.required("handOffs", Shape.integer(), flow -> flow.handOffs().size());
        fields.required("brokenHandOffs", Shape.listOf(HAND_OFF), LifeCycleFlow::brokenHandOffs);
    }

    private static void declareGroup(OutputFields<Group> fields) {
        fields.required("by", Shape.oneOf(Group.By.class), Group::by);
        fields.required("name", Shape.text(), Group::name);
    }
}
