-- The words of a text stand in its row, so that a search that opens many rows is quicker on PostgreSQL
{words again article_text fold id}
{words again question_public fold question}
