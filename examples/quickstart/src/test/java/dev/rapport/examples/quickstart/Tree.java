package dev.rapport.examples.quickstart;

import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonBoolean;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonMember;
import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A JSON document to be asked for what it says; a question it has no answer to fails the test. */
record Tree(JsonValue value) {

    static Tree of(Path file) {
        try {
            return new Tree(JsonInput.text(file.getFileName().toString(), Files.readString(file))
                    .tree()
                    .orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tree of(String json) {
        return new Tree(JsonInput.text("test", json).tree().orThrow());
    }

    Tree at(String... path) {
        Tree tree = this;
        for (String name : path) {
            JsonObject object = (JsonObject) tree.value;
            tree = new Tree(object.find(name)
                    .orElseThrow(() -> new AssertionError(name + " must be one of "
                            + object.members().stream().map(JsonMember::name).toList())));
        }
        return tree;
    }

    boolean has(String name) {
        return ((JsonObject) value).find(name).isPresent();
    }

    List<String> names() {
        return ((JsonObject) value).members().stream().map(JsonMember::name).toList();
    }

    List<Tree> list(String... path) {
        return ((JsonArray) at(path).value).elements().stream().map(Tree::new).toList();
    }

    List<Tree> where(Predicate<Tree> condition) {
        return ((JsonArray) value)
                .elements().stream().map(Tree::new).filter(condition).toList();
    }

    Tree only(Predicate<Tree> condition) {
        List<Tree> found = where(condition);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " found, must be one: " + found);
        }
        return found.get(0);
    }

    List<String> texts(String... path) {
        return list(path).stream().map(Tree::text).toList();
    }

    String text(String... path) {
        return ((JsonText) at(path).value).text();
    }

    double number(String... path) {
        return ((JsonNumber) at(path).value).toDouble();
    }

    boolean truth(String... path) {
        return ((JsonBoolean) at(path).value).value();
    }

    /** An amount such as {@code EUR 12.00}, without its currency. */
    double amount(String... path) {
        return Double.parseDouble(text(path).substring(4));
    }
}
