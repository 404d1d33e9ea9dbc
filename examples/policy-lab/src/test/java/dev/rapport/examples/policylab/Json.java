package dev.rapport.examples.policylab;

import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import java.util.List;

/** A JSON document to be asked for what it says; a question it has no answer to fails the test. */
record Json(JsonValue value) {

    static Json of(String text) {
        return new Json(JsonInput.text("test", text).tree().orThrow());
    }

    Json at(String... path) {
        JsonValue at = value;
        for (String name : path) {
            at = ((JsonObject) at).find(name).orElseThrow(() -> new AssertionError(name + " must be there"));
        }
        return new Json(at);
    }

    List<Json> list(String... path) {
        return ((JsonArray) at(path).value).elements().stream().map(Json::new).toList();
    }

    /** The texts of a field of each element. */
    List<String> texts(String list, String field) {
        return list(list).stream().map(element -> element.text(field)).toList();
    }

    String text(String... path) {
        return ((JsonText) at(path).value).text();
    }

    double number(String... path) {
        return ((JsonNumber) at(path).value).toDouble();
    }
}
