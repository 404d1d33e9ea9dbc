package dev.rapport.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonLimits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectShapeTest {

    record Department(String name, List<Department> parts) {
        static final Shape<Department> SHAPE = Shape.object("department", (self, fields) -> {
            var name = fields.required("name", Shape.text().notBlank(), Department::name);
            var parts = fields.defaulted("parts", Shape.listOf(self), List.of(), Department::parts);
            return in -> new Department(in.get(name), in.get(parts));
        });
    }

    interface Condition {}

    record Always() implements Condition {}

    record Never() implements Condition {}

    @Test
    void object_canContainObjectsOfItsOwnShape() {
        Department tree = new Department("all", List.of(new Department("success", List.of())));

        assertThat(read(Department.SHAPE.toJson(tree))).isEqualTo(tree);
        assertThat(Department.SHAPE
                        .read(JsonInput.text("", "{\"name\": \"a\", \"parts\": [{\"name\": \" \"}]}"))
                        .problems()
                        .render())
                .isEqualTo("1:34 /parts/0/name: must be text that is not blank, was \" \".");
    }

    @Test
    void nesting_isBoundedByTheLimitsOfTheInput() {
        String deep = "{\"name\": \"a\", \"parts\": [".repeat(40);

        assertThat(Department.SHAPE.read(JsonInput.text("", deep)).problems().render())
                .contains("must not be nested deeper than 64 levels");
    }

    @Test
    void deepestDocument_isReadAndWritten() {
        String deepest = "{\"name\":\"a\",\"parts\":[".repeat(249) + "{\"name\":\"a\",\"parts\":[]}" + "]}".repeat(249);
        JsonLimits limits = JsonLimits.STANDARD.withMaxDepth(500);

        Department read =
                Department.SHAPE.read(JsonInput.text("", deepest, limits)).orThrow();

        assertThat(JsonLayout.COMPACT.text(out -> Department.SHAPE.write(read, out)))
                .isEqualTo(deepest);
    }

    @Test
    void misspelledField_isOneProblem_notTwo() {
        assertThat(Department.SHAPE
                        .read(JsonInput.text("", "{\"nmae\": \"a\"}"))
                        .problems()
                        .list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.advice()).contains("Maybe \"name\""));
    }

    @Test
    void fieldThatIsThere_isNotOfferedForAnUnknownOne() {
        assertThat(Department.SHAPE
                        .read(JsonInput.text("", "{\"name\": \"a\", \"nmae\": \"b\"}"))
                        .problems()
                        .list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.advice()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-note", "x-"})
    void reservedName_cannotBeDeclared(String name) {
        assertThatThrownBy(() -> Shape.<String>object("thing", fields -> {
                    var field = fields.required(name, Shape.text(), text -> text);
                    return in -> in.get(field);
                }))
                .hasMessage("name must not be reserved, was \"" + name + "\"");
    }

    @Test
    void name_canBeDeclaredOnce() {
        assertThatThrownBy(() -> Shape.<String>object("thing", fields -> {
                    fields.required("a", Shape.text(), text -> text);
                    var again = fields.optional("a", Shape.text(), Optional::of);
                    return in -> in.get(again).orElse("");
                }))
                .hasMessage("name must be declared once, was \"a\"");
    }

    @Test
    void fieldOfAnotherObject_isRefused() {
        Field<String> foreign = new Field<>("foreign");
        Shape<String> shape = Shape.object("thing", fields -> in -> in.get(foreign));

        assertThat(foreign.name()).isEqualTo("foreign");
        assertThatThrownBy(() -> shape.read(JsonInput.text("", "{}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("field must be declared for this object, was \"foreign\"");
    }

    @Test
    void nameOfAShape_isOfLowerCaseLetters() {
        assertThatThrownBy(() -> Shape.<String>object("My Thing", fields -> in -> ""))
                .hasMessage("name must be of lower-case letters, digits and hyphens, was \"My Thing\"");
    }

    @Test
    void typeIdOrClass_cannotBeTakenTwice() {
        Variants<Condition> variants =
                Variants.<Condition>named("condition").with("always", Always.class, fields -> in -> new Always());
        String taken = "each condition type must have an id and a class of its own; \"always\" for "
                + Always.class.getName() + " is there, ";

        assertThatThrownBy(() -> variants.with("always", Never.class, fields -> in -> new Never()))
                .hasMessage(taken + "\"always\" for " + Never.class.getName() + " was to be added");
        assertThatThrownBy(() -> variants.with("ever", Always.class, fields -> in -> new Always()))
                .hasMessage(taken + "\"ever\" for " + Always.class.getName() + " was to be added");
    }

    @Test
    void typeFieldIsReserved_inVariants() {
        assertThatThrownBy(() -> Variants.<String>named("thing").with("text", String.class, fields -> {
                    var type = fields.required("type", Shape.text(), text -> text);
                    return in -> in.get(type);
                }))
                .hasMessage("name must not be reserved, was \"type\"");
    }

    @Test
    void valueOfUnknownType_cannotBeWritten() {
        Variants<Condition> variants = Variants.named("condition");

        assertThatThrownBy(() -> variants.toJson(new Always()))
                .hasMessage("value must be of a known condition type, was of " + Always.class.getName());
        assertThat(variants.read(JsonInput.text("", "7")).problems().render())
                .isEqualTo("1:1: expected an object of a condition type, got number 7.");
    }

    private static Department read(String json) {
        return Department.SHAPE.read(JsonInput.text("", json)).orThrow();
    }
}
