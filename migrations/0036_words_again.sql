-- PostgreSQL finds two neighbours like a word, and keeps the words of a text in its row
{words again article_text fold id}
{words again question_public fold question}
