"""Fills a new Kolibri with people, a class and a channel; run it inside Kolibri, with `kolibri manage shell`.

KOLIBRI_FILLING holds, as JSON, the `files` of the channel by name and the `password` of those who sign in.
"""

import hashlib
import io
import json
import os
import uuid
import zipfile

from kolibri.core.auth.models import Classroom, Facility, FacilityUser
from kolibri.core.content.models import AssessmentMetaData, ChannelMetadata, ContentNode, File, Language, LocalFile
from kolibri.core.content.utils.annotation import set_channel_ancestors, update_content_metadata
from kolibri.core.content.utils.paths import get_content_storage_file_path
from kolibri.core.exams.models import Exam, ExamAssignment
from kolibri.core.lessons.models import Lesson, LessonAssignment

given = json.loads(os.environ["KOLIBRI_FILLING"])
channel_id = uuid.uuid5(uuid.NAMESPACE_URL, "orchard").hex
english, _ = Language.objects.get_or_create(
    id="en", defaults={"lang_code": "en", "lang_name": "English", "lang_direction": "ltr"}
)


def node(title, kind, parent=None, **more):
    """Create a topic or a resource of the channel."""
    key = uuid.uuid5(uuid.NAMESPACE_URL, title).hex
    return ContentNode.objects.create(
        id=key, content_id=key, channel_id=channel_id, title=title, kind=kind, parent=parent, available=True,
        lang=english, license_name="CC BY", license_owner="Orchard Academy", description=f"About {title.lower()}.",
        **more,
    )  # fmt: skip


def attach(where, data, extension, preset, supplementary=False):
    """Store a file as a part of a resource."""
    key = hashlib.md5(data).hexdigest()
    path = get_content_storage_file_path(f"{key}.{extension}")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)
    local, _ = LocalFile.objects.get_or_create(
        id=key, defaults={"extension": extension, "available": True, "file_size": len(data)}
    )
    File.objects.create(
        id=uuid.uuid4().hex,
        local_file=local,
        contentnode=where,
        preset=preset,
        lang=english,
        supplementary=supplementary,
    )


def zipped(**members):
    """Return a zip with these members; "__" in their names stands for a full stop."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "."), text)
    return buffer.getvalue()


def lesson(title, body):
    """Return a page to read, as a zip."""
    head = f'<!doctype html><html lang="en"><head><title>{title}</title></head>'
    return zipped(index__html=f"{head}<body><main><h1>{title}</h1>{body}</main>")


def question(text, right, *wrong):
    """Return a question with one right answer, in the format of Perseus."""
    choices = [{"content": right, "correct": True}, *({"content": each, "correct": False} for each in wrong)]
    radio = {
        "type": "radio", "alignment": "default", "static": False, "graded": True, "version": {"major": 1, "minor": 0},
        "options": {"choices": choices, "randomize": False, "multipleSelect": False, "deselectEnabled": False,
                    "displayCount": None, "hasNoneOfTheAbove": False, "onePerLine": True},
    }  # fmt: skip
    nothing = {"content": "", "images": {}, "widgets": {}}
    return json.dumps({
        "question": {"content": f"{text}\n\n[[☃ radio 1]]", "images": {}, "widgets": {"radio 1": radio}},
        "answerArea": {"calculator": False, "type": "multiple", "options": nothing},
        "itemDataVersion": {"major": 0, "minor": 1}, "hints": [{**nothing, "content": "Think of the cold."}],
    })  # fmt: skip


def exercise(title, parent, questions):
    """Create a resource with questions; return it, and the questions by their keys."""
    items = {uuid.uuid5(uuid.NAMESPACE_URL, each).hex: each for each in questions}
    about = {"all_assessment_items": list(items), "mastery_model": "do_all", "randomize": False}
    made = node(title, "exercise", parent, learning_activities="VwRCom7G")
    members = {"exercise__json": json.dumps(about)} | {f"{key}__json": text for key, text in items.items()}
    attach(made, zipped(**members), "perseus", "exercise")
    AssessmentMetaData.objects.create(
        id=uuid.uuid4().hex, contentnode=made, assessment_item_ids=list(items), number_of_assessments=len(items),
        mastery_model={"type": "do_all"}, randomize=False, is_manipulable=True,
    )  # fmt: skip
    return made, items


root = node("Orchard Academy", "topic")
ChannelMetadata.objects.create(
    id=channel_id, name="Orchard Academy", description="How to look after an orchard.", author="Orchard Academy",
    version=1, min_schema_version="5", root=root,
)  # fmt: skip
pruning, safety = node("Pruning fruit trees", "topic", root), node("Garden safety", "topic", root)
reading = node("When to prune", "html5", pruning, learning_activities="vwezZQwg")
attach(reading, lesson("When to prune", "<p>Prune in winter, when the tree sleeps.</p>"), "zip", "html5_zip")
quiz, items = exercise("Pruning quiz", pruning, [
    question("When does one prune an apple tree?", "In winter", "In summer", "Never"),
    question("What does one prune with?", "A sharp saw", "A spoon", "A rope"),
])  # fmt: skip
gloves = node("Wear gloves", "html5", safety, learning_activities="vwezZQwg")
attach(gloves, lesson("Wear gloves", '<p>Thorns hurt.</p><img src="glove.png">'), "zip", "html5_zip")
if video := given["files"].get("video"):
    film = node("A hedge in the wind", "video", safety, duration=5)
    with open(video, "rb") as file:
        attach(film, file.read(), "webm", "high_res_video")
if document := given["files"].get("document"):
    paper = node("Planting calendar", "document", safety)
    with open(document, "rb") as file:
        attach(paper, file.read(), "pdf", "document")
ContentNode.objects.rebuild()
update_content_metadata(channel_id)
set_channel_ancestors(channel_id)

facility = Facility.objects.get()
people = {}
for user, name in (("mila", "Mila Jansen"), ("sam", "Sam Peeters"), ("tom", "Tom Bakker")):
    people[user] = FacilityUser(username=user, full_name=name, facility=facility)
    people[user].set_password(given["password"])
    people[user].save()
group = Classroom.objects.create(name="Gardeners 1", parent=facility)
group.add_member(people["mila"])
group.add_member(people["sam"])
group.add_coach(people["tom"])
made = Lesson.objects.create(
    title="First cuts", description="Read, then practise.", is_active=True, collection=group, created_by=people["tom"],
    resources=[
        {"contentnode_id": one.id, "content_id": one.content_id, "channel_id": channel_id} for one in (reading, quiz)
    ],
)  # fmt: skip
LessonAssignment.objects.create(lesson=made, collection=group, assigned_by=people["tom"])
asked = [
    {"exercise_id": quiz.id, "question_id": key, "title": quiz.title, "counter_in_exercise": n}
    for n, key in enumerate(items, 1)
]
exam = Exam.objects.create(
    title="Test of pruning", active=True, collection=group, creator=people["tom"], data_model_version=3,
    question_sources=[{"section_title": "All", "description": "", "question_count": len(asked),
                       "learners_see_fixed_order": True, "questions": asked}],
)  # fmt: skip
ExamAssignment.objects.create(exam=exam, collection=group, assigned_by=people["tom"])
print("filled", ContentNode.objects.count())
