-- By which answers that nobody asks for any more are found and deleted.
create index remembered_answers_created_at on remembered_answers (created_at);
